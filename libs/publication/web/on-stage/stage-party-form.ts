import {
  ChangeDetectionStrategy,
  Component,
  computed,
  CUSTOM_ELEMENTS_SCHEMA,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { FormsModule } from '@angular/forms';
import { STAGE_LIMITS } from '@award/award';
import type { SaveStageParty, StagePartyView, StagePerson } from '@award/publication/contract';
import {
  type Draft,
  ErrorSummary,
  InSight,
  type Problem,
  savedAs,
  takeIn,
  toldOf,
  writtenSince,
} from '@award/ui/web';
import { STALE } from './stale-words';

type Fields = Pick<SaveStageParty, 'said' | 'people' | 'needs'>;

/** What came of a save: `stale` when somebody else has saved, and what they saved is on its way here. */
export type PartySave = 'saved' | 'stale' | 'refused';

const NOBODY: StagePerson = { name: '', role: '', said: '', photo: false };

/** Who comes on stage for one municipality: filled in by itself, or by the secretariat for it. */
@Component({
  selector: 'publication-stage-party-form',
  imports: [ErrorSummary, FormsModule, InSight],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  templateUrl: './stage-party-form.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StagePartyForm {
  readonly party = input.required<StagePartyView | null>();
  readonly municipality = input.required<string>();
  readonly busy = input(false);
  /** Keeps the ids apart where several forms stand on one page. */
  readonly prefix = input('');
  readonly send = input.required<(answer: SaveStageParty) => Promise<PartySave>>();

  protected readonly limits = STAGE_LIMITS;
  protected readonly staleWords = STALE;
  protected readonly problems = signal<readonly Problem[]>([]);
  protected readonly stale = signal(false);
  private readonly draft = linkedSignal<StagePartyView | null, Draft<Fields>>({
    source: this.party,
    computation: (party, before) => takeIn(before?.value, fieldsOf(party), party?.lockVersion ?? 0),
  });
  protected readonly typed = computed(() => this.draft().typed);

  /** Whether something has been typed since this was sent. */
  writtenSince({ said, people, needs }: SaveStageParty): boolean {
    return writtenSince(this.draft(), { said, people, needs });
  }

  protected id(field: string, at?: number): string {
    return `${this.prefix()}${field}${at === undefined ? '' : `-${at + 1}`}`;
  }

  protected change(part: Partial<Fields>): void {
    this.draft.update((draft) => ({ ...draft, typed: { ...draft.typed, ...part } }));
  }

  protected changePerson(at: number, part: Partial<StagePerson>): void {
    this.change({
      people: this.typed().people.map((one, i) => (i === at ? { ...one, ...part } : one)),
    });
  }

  protected add(): void {
    this.change({ people: [...this.typed().people, NOBODY] });
  }

  protected remove(at: number): void {
    this.change({ people: this.typed().people.filter((_, i) => i !== at) });
  }

  protected async submit(): Promise<void> {
    const { typed: sent, upon: lockVersion } = this.draft();
    this.problems.set(
      sent.people.flatMap(({ name }, at) =>
        name.trim() === '' ? [{ id: this.id('name', at), text: NAME_NEEDED(at + 1) }] : [],
      ),
    );
    if (this.problems().length > 0 || this.busy()) return;
    this.stale.set(false);
    const outcome = await this.send()({ ...sent, lockVersion });
    if (outcome === 'saved') this.draft.update((draft) => savedAs(draft, sent));
    if (outcome === 'stale') this.draft.update(toldOf);
    this.stale.set(outcome === 'stale');
  }
}

function fieldsOf(party: StagePartyView | null): Fields {
  const people = (party?.people ?? []).map(({ name, role, said, photo }) => ({
    name,
    role,
    said,
    photo,
  }));
  return {
    said: party?.said ?? '',
    people: people.length > 0 ? people : [NOBODY],
    needs: party?.needs ?? '',
  };
}

const NAME_NEEDED = (at: number) =>
  $localize`:@@publication.party.name-needed:Skriv navnet på person ${at}:number:`;
