import { ChangeDetectionStrategy, Component, inject, linkedSignal } from '@angular/core';
import { EDITION_ROWS } from '@award/award';
import type { EditionView } from '@award/editions/contract';
import type { FieldRefusal, Problem } from '@award/ui/web';
import { type CriterionDraft, draftsOf, emptyDraft, ordersOf } from './criteria-draft';
import { CriterionFields } from './criterion-fields';
import { EditionsClient } from './editions-client';
import { type FieldPlace, SectionForm } from './section-form';
import { SectionFrame } from './section-frame';

/** What the jury looks for, in the order in which it is read. */
@Component({
  selector: 'editions-criteria-section',
  imports: [CriterionFields, SectionFrame],
  templateUrl: './criteria-section.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CriteriaSection extends SectionForm {
  private readonly client = inject(EditionsClient);
  private added = 0;

  protected readonly drafts = linkedSignal<EditionView, CriterionDraft[]>({
    source: this.edition,
    computation: (edition, before) =>
      before && JSON.stringify(draftsOf(before.source)) !== JSON.stringify(before.value)
        ? before.value
        : draftsOf(edition),
  });

  protected get mayAdd(): boolean {
    return this.mayChange() && this.drafts().length < EDITION_ROWS.criteria;
  }

  protected change(at: number, draft: CriterionDraft): void {
    this.drafts.update((drafts) => drafts.map((one, place) => (place === at ? draft : one)));
  }

  protected add(): void {
    const key = `new-${(this.added += 1)}`;
    this.drafts.update((drafts) => [...drafts, emptyDraft(this.edition(), key)]);
  }

  protected remove(at: number): void {
    this.drafts.update((drafts) => drafts.filter((_, place) => place !== at));
  }

  /** Changes place with the one before. */
  protected moveUp(at: number): void {
    this.drafts.update((drafts) => {
      const [before, one] = [drafts[at - 1], drafts[at]];
      return before && one
        ? drafts.map((other, place) => (place === at ? before : place === at - 1 ? one : other))
        : drafts;
    });
  }

  protected submit(): Promise<void> {
    const problems = problemsOf(this.drafts());
    if (problems.length > 0) {
      this.problems.set(problems);
      return Promise.resolve();
    }
    return this.save(() =>
      this.client.changeCriteria(this.edition().id, {
        lockVersion: this.edition().lockVersion,
        criteria: ordersOf(this.drafts()),
        reason: this.reason(),
      }),
    );
  }

  protected override placeOf({ path }: FieldRefusal): FieldPlace | null {
    const at = /^criteria\.(\d+)\./.exec(path)?.[1];
    return at === undefined ? null : { id: `criterion-${at}-nb`, text: SEE_OVER };
  }
}

const NAME = $localize`:@@editions.criteria.name-needed:Skriv navnet på vurderingsmomentet på bokmål`;
const WEIGHT = $localize`:@@editions.criteria.weight-needed:Skriv vekten som et helt tall fra 0 til 1000`;
const SEE_OVER = $localize`:@@editions.criteria.see-over:Se over dette momentet: noe er for langt eller mangler`;

function problemsOf(drafts: readonly CriterionDraft[]): Problem[] {
  return drafts.flatMap(({ name, weight }, at) => [
    ...(name.nb.trim() === '' ? [{ id: `criterion-${at}-nb`, text: NAME }] : []),
    ...(Number.isInteger(weight) && weight >= 0 && weight <= 1000
      ? []
      : [{ id: `criterion-${at}-weight`, text: WEIGHT }]),
  ]);
}
