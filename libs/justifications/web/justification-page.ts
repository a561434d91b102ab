import {
  ChangeDetectionStrategy,
  Component,
  computed,
  CUSTOM_ELEMENTS_SCHEMA,
  DestroyRef,
  effect,
  inject,
  input,
  resource,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { FormsModule } from '@angular/forms';
import { JUSTIFICATION_LIMITS, type Refusal, words } from '@award/award';
import { classScope } from '@award/deliberation/web';
import type { JustificationAct } from '@award/justifications/contract';
import {
  Breadcrumbs,
  ClassMark,
  ConfirmDialog,
  Failure,
  InLocale,
  PageHeader,
  readRefusal,
  ResourceState,
  SaveStatus,
  StateTag,
} from '@award/ui/web';
import { FactCheckAnswers } from './fact-check-answers';
import { JustificationMaterial } from './justification-material';
import { JustificationSigning } from './justification-signing';
import { JustificationVersions } from './justification-versions';
import { JustificationsClient } from './justifications-client';
import { Remarks } from './remarks';
import { findingWords, FORM_WORDS, lengthWords, STATE_TONES, STATE_WORDS } from './words';
import { type Words, WordsKeeper } from './words-keeper';

/** Writing a finalist's justification, with what the members wrote beside it and the signatures under it. */
@Component({
  selector: 'justifications-page',
  imports: [
    Breadcrumbs,
    ClassMark,
    ConfirmDialog,
    FactCheckAnswers,
    Failure,
    FormsModule,
    InLocale,
    JustificationMaterial,
    JustificationSigning,
    JustificationVersions,
    PageHeader,
    Remarks,
    ResourceState,
    SaveStatus,
    StateTag,
  ],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  templateUrl: './justification-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class JustificationPage {
  readonly editionId = input<string>();
  readonly classCode = input<string>();
  readonly nominationId = input.required<string>();

  private readonly client = inject(JustificationsClient);
  protected readonly scope = classScope(this.editionId, this.classCode);
  private readonly sealing = viewChild<ConfirmDialog>('sealing');

  protected readonly justification = resource({
    params: () => {
      const of = this.scope();
      return of && { of, nominationId: this.nominationId() };
    },
    loader: ({ params }) => this.client.view(params.of, params.nominationId),
  });
  protected readonly view = computed(() =>
    this.justification.hasValue() ? this.justification.value() : null,
  );
  protected readonly keeper = signal<WordsKeeper | null>(null);
  protected readonly limits = JUSTIFICATION_LIMITS;
  protected readonly stateWords = STATE_WORDS;
  protected readonly stateTones = STATE_TONES;
  protected readonly formWords = FORM_WORDS;
  protected readonly findingWords = findingWords;
  protected readonly busy = signal<JustificationAct | null>(null);
  protected readonly failed = signal<{ refusal: Refusal | null } | null>(null);
  /** Of the text as the server last said that it stands. */
  private sha256 = '';

  protected readonly kind = computed(() => this.view()?.kind ?? 'justification');
  protected readonly writable = computed(() => this.view()?.acts.write === null);
  protected readonly textLength = computed(() =>
    lengthWords(words(this.keeper()?.words().text ?? ''), this.kind()),
  );
  protected readonly stageLength = computed(() =>
    lengthWords(words(this.keeper()?.words().stageText ?? ''), 'stage'),
  );
  protected readonly heading = computed(
    () => this.view()?.municipality ?? $localize`:@@justifications.page.heading:Begrunnelse`,
  );
  protected readonly trail = computed(() => {
    const [edition, code] = [this.editionId(), this.classCode()];
    const label = $localize`:@@justifications.list.heading:Begrunnelser`;
    const link =
      edition && code ? `/sekretariat/begrunnelser/${edition}/${code}` : '/jury/begrunnelser';
    return [{ label, link }];
  });

  constructor() {
    effect(() => {
      const view = this.view();
      const keeper = untracked(this.keeper);
      if (!view) return;
      const standing = { ...view, savedAt: view.updatedAt };
      this.sha256 = view.sha256 ?? '';
      untracked(() => {
        if (keeper) keeper.follow(standing);
        else this.keeper.set(this.keeperOf(view.nominationId, standing));
      });
    });
    inject(DestroyRef).onDestroy(() => {
      void this.keeper()?.flush();
      this.keeper()?.close();
    });
  }

  protected write(part: Partial<Words>): void {
    this.keeper()?.write(part);
  }

  protected leave(): void {
    void this.keeper()?.flush();
  }

  protected async keepMine(): Promise<void> {
    await this.keeper()?.keepMine();
    this.justification.reload();
  }

  protected takeTheirs(): void {
    this.keeper()?.takeTheirs();
    this.justification.reload();
  }

  protected signOff(): Promise<void> {
    return this.act('signOff', (of, id, sha256) => this.client.signOff(of, id, { sha256 }));
  }

  protected async seal(): Promise<void> {
    if (await this.sealing()?.ask())
      await this.act('seal', (of, id, sha256) => this.client.seal(of, id, { sha256 }));
  }

  protected reopen(reason: string): Promise<void> {
    return this.act('reopen', (of, id) => this.client.reopen(of, id, { reason }));
  }

  /** Sends what is unsent first, so that what is signed or sealed is what stands on the screen. */
  private async act(
    act: JustificationAct,
    work: (
      of: { editionId: string; classCode: string },
      nominationId: string,
      sha256: string,
    ) => Promise<void>,
  ): Promise<void> {
    const of = this.scope();
    const view = this.view();
    if (!of || !view || this.busy()) return;
    this.busy.set(act);
    this.failed.set(null);
    try {
      if ((await this.keeper()?.flush()) === false) return;
      await work(of, view.nominationId, this.sha256);
    } catch (error) {
      this.failed.set({ refusal: readRefusal(error)?.refusal ?? null });
    } finally {
      this.busy.set(null);
      this.justification.reload();
    }
  }

  private keeperOf(
    nominationId: string,
    standing: Parameters<WordsKeeper['open']>[0],
  ): WordsKeeper {
    const keeper = new WordsKeeper({
      send: (written, lockVersion, key) =>
        this.client.save(
          this.scope() ?? { editionId: '', classCode: '' },
          nominationId,
          { ...written, lockVersion },
          key,
        ),
      storage: localStorage,
      storageKey: `kaaring.justification.${nominationId}`,
      saved: (answer) => {
        this.sha256 = answer.sha256;
        this.justification.reload();
      },
    });
    keeper.open(standing);
    return keeper;
  }
}
