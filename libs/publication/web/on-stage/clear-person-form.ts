import {
  ChangeDetectionStrategy,
  Component,
  computed,
  CUSTOM_ELEMENTS_SCHEMA,
  input,
  output,
  signal,
} from '@angular/core';
import { FormsModule } from '@angular/forms';
import { CLEARANCE_PARTS, type ClearancePart, STAGE_LIMITS } from '@award/award';
import type { ClearancesView, ClearPerson } from '@award/publication/contract';
import { ErrorSummary, type Problem } from '@award/ui/web';
import { knowsWords, partWords } from './clearance-words';

const FINALISTS = 'finalists';

/** Puts a person on the list of those who know. */
@Component({
  selector: 'publication-clear-person-form',
  imports: [ErrorSummary, FormsModule],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  templateUrl: './clear-person-form.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClearPersonForm {
  readonly of = input.required<ClearancesView>();
  readonly busy = input(false);
  readonly cleared = output<ClearPerson>();

  protected readonly limits = STAGE_LIMITS;
  protected readonly parts = CLEARANCE_PARTS;
  protected readonly partWords = partWords;
  protected readonly name = signal('');
  protected readonly organisation = signal('');
  protected readonly part = signal<ClearancePart>('presenter');
  protected readonly personId = signal('');
  protected readonly chosen = signal<string | null>(null);
  protected readonly problems = signal<readonly Problem[]>([]);
  /** What the person may be told: the finalists while they are not out, and each class's winner but to journalists. */
  protected readonly choices = computed(() => {
    const { cannotClear, classes } = this.of();
    const finalists =
      cannotClear.finalists === null
        ? [{ value: FINALISTS, words: knowsWords('finalists', null) }]
        : [];
    const winners =
      cannotClear.winners === null && this.part() !== 'journalist'
        ? classes.map(({ code, name }) => ({ value: code, words: knowsWords('winners', name) }))
        : [];
    return [...finalists, ...winners];
  });
  protected readonly knows = computed(() => {
    const choices = this.choices();
    const chosen = this.chosen();
    return choices.find(({ value }) => value === chosen)?.value ?? choices[0]?.value ?? null;
  });

  protected choosePerson(id: string): void {
    this.personId.set(id);
    const person = this.of().people.find((one) => one.id === id);
    if (person) this.name.set(person.name);
  }

  protected submit(): void {
    const knows = this.knows();
    const named = this.name().trim() !== '';
    this.problems.set(named ? [] : [{ id: 'clear-name', text: NAME_NEEDED }]);
    if (!named || knows === null || this.busy()) return;
    this.cleared.emit({
      name: this.name().trim(),
      part: this.part(),
      organisation: this.organisation().trim(),
      knows: knows === FINALISTS ? 'finalists' : 'winners',
      classCode: knows === FINALISTS ? null : knows,
      personId: this.personId() || null,
    });
    this.name.set('');
    this.organisation.set('');
    this.personId.set('');
  }
}

const NAME_NEEDED = $localize`:@@publication.clearances.name-needed:Skriv navnet på personen`;
