import {
  ChangeDetectionStrategy,
  Component,
  CUSTOM_ELEMENTS_SCHEMA,
  input,
  output,
} from '@angular/core';
import { FormsModule } from '@angular/forms';
import { BASES, type Basis, EDITION_LIMITS } from '@award/award';
import type { EditionClassView, Words } from '@award/editions/contract';
import { InLocale } from '@award/ui/web';
import type { CriterionDraft } from './criteria-draft';
import { WordsField } from './words-field';

const BASIS_WORDS: Record<Basis, string> = {
  'single-measure': $localize`:@@editions.criteria.single-measure:Når forslaget er et enkelttiltak`,
  'all-round': $localize`:@@editions.criteria.all-round:Når forslaget er helhetlig arbeid`,
};

/** One criterion: its name and weight at once, guidance and levels folded. */
@Component({
  selector: 'editions-criterion-fields',
  imports: [FormsModule, InLocale, WordsField],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  templateUrl: './criterion-fields.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CriterionFields {
  readonly at = input.required<number>();
  readonly draft = input.required<CriterionDraft>();
  readonly classes = input.required<readonly EditionClassView[]>();
  readonly mayChange = input.required<boolean>();
  readonly nameProblem = input<string | null>(null);
  readonly weightProblem = input<string | null>(null);
  readonly changed = output<CriterionDraft>();

  protected readonly bases = BASES;
  protected readonly limits = EDITION_LIMITS;
  protected readonly basisWords = BASIS_WORDS;

  protected change(part: Partial<CriterionDraft>): void {
    this.changed.emit({ ...this.draft(), ...part });
  }

  protected changeBasis(basis: Basis, words: Words): void {
    this.change({ perBasis: { ...this.draft().perBasis, [basis]: words } });
  }

  protected changeClass(code: string, words: Words): void {
    const perClass = this.draft().perClass.map((one) =>
      one.code === code ? { code, words } : one,
    );
    this.change({ perClass });
  }

  protected changeLevel(basis: Basis, score: number, words: Words): void {
    const { levels } = this.draft();
    const own = levels[basis].map((level) => (level.score === score ? { score, words } : level));
    this.change({ levels: { ...levels, [basis]: own } });
  }

  protected classOf(code: string): EditionClassView | undefined {
    return this.classes().find((one) => one.code === code);
  }

  protected levelLabel(score: number): string {
    return $localize`:@@editions.criteria.level:Slik ser karakteren ${score}:score: ut`;
  }
}
