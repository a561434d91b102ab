import {
  ChangeDetectionStrategy,
  Component,
  CUSTOM_ELEMENTS_SCHEMA,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { FormsModule } from '@angular/forms';
import { STAGE_LIMITS } from '@award/award';
import type { SaveStageParty, StagePartyView, StagePerson } from '@award/publication/contract';
import { ErrorSummary, type Problem } from '@award/ui/web';

const NOBODY: StagePerson = { name: '', role: '', said: '', photo: false };

/** Who comes on stage for one municipality: filled in by itself, or by the secretariat for it. */
@Component({
  selector: 'publication-stage-party-form',
  imports: [ErrorSummary, FormsModule],
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
  readonly saved = output<SaveStageParty>();

  protected readonly limits = STAGE_LIMITS;
  protected readonly problems = signal<readonly Problem[]>([]);
  /** What is being typed stays until another version has been saved. */
  protected readonly draft = linkedSignal({
    source: () => this.party()?.lockVersion ?? 0,
    computation: (lockVersion): SaveStageParty => {
      const party = this.party();
      return {
        said: party?.said ?? '',
        people: party?.people.length ? party.people : [NOBODY],
        needs: party?.needs ?? '',
        lockVersion,
      };
    },
  });

  protected id(field: string, at?: number): string {
    return `${this.prefix()}${field}${at === undefined ? '' : `-${at + 1}`}`;
  }

  protected change(part: Partial<SaveStageParty>): void {
    this.draft.update((draft) => ({ ...draft, ...part }));
  }

  protected changePerson(at: number, part: Partial<StagePerson>): void {
    this.change({
      people: this.draft().people.map((one, i) => (i === at ? { ...one, ...part } : one)),
    });
  }

  protected add(): void {
    this.change({ people: [...this.draft().people, NOBODY] });
  }

  protected remove(at: number): void {
    this.change({ people: this.draft().people.filter((_, i) => i !== at) });
  }

  protected submit(): void {
    const draft = this.draft();
    this.problems.set(
      draft.people.flatMap(({ name }, at) =>
        name.trim() === '' ? [{ id: this.id('name', at), text: NAME_NEEDED(at + 1) }] : [],
      ),
    );
    if (this.problems().length === 0 && !this.busy()) this.saved.emit(draft);
  }
}

const NAME_NEEDED = (at: number) =>
  $localize`:@@publication.party.name-needed:Skriv navnet på person ${at}:number:`;
