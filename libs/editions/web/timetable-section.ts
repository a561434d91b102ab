import {
  ChangeDetectionStrategy,
  Component,
  CUSTOM_ELEMENTS_SCHEMA,
  inject,
  linkedSignal,
} from '@angular/core';
import { FormsModule } from '@angular/forms';
import {
  mayMove,
  PHASES,
  TIMETABLE_FIELDS,
  type TimetableField,
  type TimetableProblem,
  timetableProblems,
} from '@award/award';
import type { EditionView } from '@award/editions/contract';
import { type FieldRefusal, OsloDate } from '@award/ui/web';
import { EditionsClient } from './editions-client';
import { dateWords } from './edition-words';
import { fromOsloInput, toOsloInput } from './oslo-input';
import { type FieldPlace, SectionForm } from './section-form';
import { SectionFrame } from './section-frame';

type Typed = Record<TimetableField, string>;

/** The dates of the edition, in the order in which they must come. */
@Component({
  selector: 'editions-timetable-section',
  imports: [FormsModule, OsloDate, SectionFrame],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  templateUrl: './timetable-section.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TimetableSection extends SectionForm {
  private readonly client = inject(EditionsClient);

  protected readonly fields = TIMETABLE_FIELDS;
  protected readonly dateWords = dateWords;
  protected readonly typed = linkedSignal<EditionView, Typed>({
    source: this.edition,
    computation: (edition, before) =>
      before && this.changed(before.source, before.value) ? before.value : shown(edition),
  });

  protected mayMove(field: TimetableField): boolean {
    return this.mayChange() && mayMove(field, this.edition().phase).allowed;
  }

  protected type(field: TimetableField, value: string): void {
    this.typed.update((typed) => ({ ...typed, [field]: value }));
  }

  protected get planned(): boolean {
    return this.edition().phase === PHASES[0];
  }

  protected submit(): Promise<void> {
    const wanted = wantedOf(this.typed());
    const wrong = timetableProblems(datesOf(wanted)).filter(
      ({ reason }) => reason !== 'missing' || !this.planned,
    );
    if (wrong.length > 0) {
      this.problems.set(wrong.map((problem) => ({ id: problem.field, text: wordsOf(problem) })));
      return Promise.resolve();
    }
    return this.save(() =>
      this.client.changeTimetable(this.edition().id, {
        lockVersion: this.edition().lockVersion,
        ...wanted,
        referenceDate: null,
        reason: this.reason(),
      }),
    );
  }

  protected override placeOf({ path, reason }: FieldRefusal): FieldPlace | null {
    const field = TIMETABLE_FIELDS.find((candidate) => candidate === path);
    if (!field) return null;
    return {
      id: field,
      text: reason === 'past-deadline' ? PAST : wordsOf({ field, reason: 'missing' }),
    };
  }

  private changed(edition: EditionView, typed: Typed): boolean {
    const original = shown(edition);
    return TIMETABLE_FIELDS.some((field) => original[field] !== typed[field]);
  }
}

const PAST = $localize`:@@editions.timetable.past:Velg et tidspunkt som ikke er passert`;

function shown({ timetable }: EditionView): Typed {
  return mapFields((field) => toOsloInput(timetable[field]));
}

function wantedOf(typed: Typed): Record<TimetableField, string | null> {
  return mapFields((field) => fromOsloInput(typed[field]));
}

function datesOf(wanted: Record<TimetableField, string | null>) {
  return mapFields((field) => {
    const at = wanted[field];
    return at === null ? null : new Date(at);
  });
}

function mapFields<T>(valueOf: (field: TimetableField) => T): Record<TimetableField, T> {
  return Object.fromEntries(TIMETABLE_FIELDS.map((field) => [field, valueOf(field)])) as Record<
    TimetableField,
    T
  >;
}

function wordsOf(problem: TimetableProblem): string {
  const what = dateWords(problem.field);
  return problem.reason === 'missing'
    ? $localize`:@@editions.timetable.missing:Sett dato og klokkeslett for «${what}:what:»`
    : $localize`:@@editions.timetable.order:«${what}:what:» må komme etter «${dateWords(problem.after)}:after:»`;
}
