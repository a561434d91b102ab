import {
  ChangeDetectionStrategy,
  Component,
  computed,
  CUSTOM_ELEMENTS_SCHEMA,
  inject,
  linkedSignal,
  resource,
  signal,
  viewChild,
} from '@angular/core';
import { FormsModule } from '@angular/forms';
import { actingSentence, Session } from '@award/access/web';
import { type Ground, GROUNDS, type Refusal } from '@award/award';
import { EditionsClient } from '@award/editions/web';
import type {
  OfficeEntryView,
  OfficeGroundView,
  OfficeImpartialityView,
} from '@award/impartiality/contract';
import {
  ConfirmDialog,
  Empty,
  Failure,
  InLocale,
  PageHeader,
  readRefusal,
  ResourceState,
  StateTag,
} from '@award/ui/web';
import { ImpartialityClient } from './impartiality-client';
import { GROUND_WORDS, STANDING_TONES, STANDING_WORDS } from './impartiality-words';

type Answer = Ground | 'none' | '';

/** Those who prepare the award say what the jury has to say, and rule on each other. */
@Component({
  selector: 'impartiality-office-page',
  imports: [
    ConfirmDialog,
    Empty,
    Failure,
    FormsModule,
    InLocale,
    PageHeader,
    ResourceState,
    StateTag,
  ],
  templateUrl: './office-page.html',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OfficePage {
  private readonly client = inject(ImpartialityClient);
  private readonly editions = inject(EditionsClient);
  private readonly session = inject(Session);
  private readonly dialog = viewChild.required(ConfirmDialog);

  protected readonly grounds = GROUNDS.map((code) => ({ code, words: GROUND_WORDS[code] }));
  protected readonly groundWords = GROUND_WORDS;
  protected readonly standingWords = STANDING_WORDS;
  protected readonly standingTones = STANDING_TONES;
  protected readonly impartiality = resource({
    params: () => this.session.acting()?.id,
    loader: async () => {
      const edition = await this.editions.current();
      return edition && this.client.office(edition.id);
    },
  });
  protected readonly view = computed(() =>
    this.impartiality.hasValue() ? (this.impartiality.value() ?? null) : null,
  );
  protected readonly acting = computed(() => {
    const grant = this.session.acting();
    return grant ? actingSentence(grant) : null;
  });
  /** Starts from what has been said before; what is changed since waits to be sent. */
  protected readonly answers = linkedSignal<OfficeImpartialityView | null, Record<string, Answer>>({
    source: this.view,
    computation: (view, before) => {
      const told = new Map(before?.source?.entries.map((one) => [one.nominationId, saidOf(one)]));
      const shown = (entry: OfficeEntryView): Answer => {
        const here = before?.value[entry.nominationId] ?? '';
        return told.has(entry.nominationId) && here !== told.get(entry.nominationId)
          ? here
          : saidOf(entry);
      };
      return Object.fromEntries(
        (view?.entries ?? []).map((entry) => [entry.nominationId, shown(entry)]),
      );
    },
  });
  protected readonly answered = computed(
    () => Object.values(this.answers()).filter((answer) => answer !== '').length,
  );
  protected readonly busy = signal(false);
  protected readonly saved = signal(false);
  protected readonly failure = signal<{ refusal: Refusal | null } | null>(null);
  protected readonly asked = signal<OfficeGroundView | null>(null);

  protected entriesOf(classCode: string): OfficeEntryView[] {
    return (this.view()?.entries ?? []).filter((entry) => entry.classCode === classCode);
  }

  protected closedTo(classCode: string): string {
    const closed = this.view()?.closedTo.filter((one) => one.classCode === classCode) ?? [];
    return closed.map(({ name }) => name).join(', ');
  }

  protected choose(nominationId: string, answer: Answer): void {
    this.saved.set(false);
    this.answers.update((all) => ({ ...all, [nominationId]: answer }));
  }

  protected noneForTheRest(): void {
    for (const [nominationId, answer] of Object.entries(this.answers()))
      if (answer === '') this.choose(nominationId, 'none');
  }

  protected async send(view: OfficeImpartialityView): Promise<void> {
    const declarations = view.entries.flatMap((entry) => {
      const answer = this.answers()[entry.nominationId] ?? '';
      if (answer === '' || answer === saidOf(entry)) return [];
      return [{ nominationId: entry.nominationId, ground: answer === 'none' ? null : answer }];
    });
    if (declarations.length === 0) return this.saved.set(true);
    const sent = await this.act(() =>
      this.client.declareInOffice(view.editionId, { declarations }),
    );
    this.saved.set(sent);
  }

  protected async rule(
    view: OfficeImpartialityView,
    ground: OfficeGroundView,
    outcome: 'recused' | 'impartial',
  ): Promise<void> {
    this.asked.set(ground);
    if (outcome === 'recused' && !(await this.dialog().ask())) return;
    const { personId, nominationId } = ground;
    await this.act(() =>
      this.client.ruleInOffice(view.editionId, { personId, nominationId, outcome }),
    );
  }

  private async act(work: () => Promise<OfficeImpartialityView>): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(true);
    this.failure.set(null);
    try {
      this.impartiality.set(await work());
      return true;
    } catch (error) {
      this.failure.set({ refusal: readRefusal(error)?.refusal ?? null });
      return false;
    } finally {
      this.busy.set(false);
    }
  }
}

function saidOf(entry: OfficeEntryView): Answer {
  if (entry.declaredAt === null) return '';
  return entry.ground ?? 'none';
}
