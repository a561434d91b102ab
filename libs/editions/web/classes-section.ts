import {
  ChangeDetectionStrategy,
  Component,
  CUSTOM_ELEMENTS_SCHEMA,
  inject,
  linkedSignal,
} from '@angular/core';
import { FormsModule } from '@angular/forms';
import { EDITION_LIMITS, EDITION_ROWS, MOST_FINALISTS, MOST_WINNERS } from '@award/award';
import type { EditionView, Words } from '@award/editions/contract';
import { ClassMark, type FieldRefusal, type Problem } from '@award/ui/web';
import { codeOf } from './code-of';
import { EditionsClient } from './editions-client';
import { type FieldPlace, SectionForm } from './section-form';
import { SectionFrame } from './section-frame';
import { WordsField } from './words-field';

/** A class as it is edited: it begins at `from`, and ends where the next begins. */
interface ClassDraft {
  code: string;
  name: Words;
  /** Fewest residents; null for the first class. */
  from: number | null;
  finalists: number;
  winners: number;
}

/** The size classes. One number parts two classes, so that no municipality falls between or in both. */
@Component({
  selector: 'editions-classes-section',
  imports: [ClassMark, FormsModule, SectionFrame, WordsField],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  templateUrl: './classes-section.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClassesSection extends SectionForm {
  private readonly client = inject(EditionsClient);

  protected readonly limits = EDITION_LIMITS;
  protected readonly most = { finalists: MOST_FINALISTS, winners: MOST_WINNERS };
  protected readonly drafts = linkedSignal<EditionView, ClassDraft[]>({
    source: this.edition,
    computation: (edition, before) =>
      before && JSON.stringify(draftsOf(before.source)) !== JSON.stringify(before.value)
        ? before.value
        : draftsOf(edition),
  });

  /** Which classes there are and where they meet is fixed once the call is open. */
  protected get mayChangeBounds(): boolean {
    return this.mayChange() && this.edition().phase === 'planned';
  }

  protected get mayAdd(): boolean {
    return this.mayChangeBounds && this.drafts().length < EDITION_ROWS.classes;
  }

  protected change(at: number, part: Partial<ClassDraft>): void {
    this.drafts.update((drafts) =>
      drafts.map((one, place) => (place === at ? { ...one, ...part } : one)),
    );
  }

  protected add(): void {
    this.drafts.update((drafts) => [
      ...drafts,
      { code: '', name: { nb: '', nn: '', en: '' }, from: null, finalists: 3, winners: 1 },
    ]);
  }

  protected remove(at: number): void {
    this.drafts.update((drafts) =>
      drafts
        .filter((_, place) => place !== at)
        .map((one, place) => (place === 0 ? { ...one, from: null } : one)),
    );
  }

  protected submit(): Promise<void> {
    const problems = problemsOf(this.drafts());
    if (problems.length > 0) {
      this.problems.set(problems);
      return Promise.resolve();
    }
    return this.save(() =>
      this.client.changeClasses(this.edition().id, {
        lockVersion: this.edition().lockVersion,
        classes: ordersOf(this.drafts()),
        reason: this.reason(),
      }),
    );
  }

  protected override placeOf({ path }: FieldRefusal): FieldPlace | null {
    const found = /^classes\.(\d+)\.(name|finalists|winners|minPopulation|maxPopulation)/.exec(
      path,
    );
    if (!found) return null;
    const [, at, field] = found;
    if (field === 'name') return { id: `class-${at}-nb`, text: NAME };
    if (field === 'finalists' || field === 'winners')
      return { id: `class-${at}-${field}`, text: WHOLE };
    return { id: `class-${at}-from`, text: BOUNDARY };
  }
}

const NAME = $localize`:@@editions.classes.name-needed:Skriv navnet på kategorien på bokmål`;
const BOUNDARY = $localize`:@@editions.classes.boundary-needed:Skriv et folketall som er høyere enn grensen under`;
const WHOLE = $localize`:@@editions.classes.whole-needed:Skriv et helt tall innenfor grensene`;

function draftsOf({ classes }: EditionView): ClassDraft[] {
  return classes.map(({ code, name, minPopulation, finalists, winners }) => ({
    code,
    name,
    from: minPopulation,
    finalists,
    winners,
  }));
}

function problemsOf(drafts: readonly ClassDraft[]): Problem[] {
  const whole = (value: number, most: number) =>
    Number.isInteger(value) && value >= 0 && value <= most;
  return drafts.flatMap((one, at) => [
    ...(one.name.nb.trim() === '' ? [{ id: `class-${at}-nb`, text: NAME }] : []),
    ...(at > 0 && !((one.from ?? 0) > (drafts[at - 1]?.from ?? 0))
      ? [{ id: `class-${at}-from`, text: BOUNDARY }]
      : []),
    ...(whole(one.finalists, MOST_FINALISTS) ? [] : [{ id: `class-${at}-finalists`, text: WHOLE }]),
    ...(whole(one.winners, MOST_WINNERS) ? [] : [{ id: `class-${at}-winners`, text: WHOLE }]),
  ]);
}

function ordersOf(drafts: readonly ClassDraft[]) {
  const taken = drafts.map(({ code }) => code).filter(Boolean);
  return drafts.map(({ code, name, from, finalists, winners }, at) => {
    const own = code || codeOf(name.nb, taken, 'class');
    taken.push(own);
    return {
      code: own,
      name,
      minPopulation: at === 0 ? null : from,
      maxPopulation: drafts[at + 1]?.from ?? null,
      finalists,
      winners,
    };
  });
}
