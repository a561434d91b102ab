import {
  ChangeDetectionStrategy,
  Component,
  computed,
  CUSTOM_ELEMENTS_SCHEMA,
  inject,
  input,
  LOCALE_ID,
  output,
  signal,
} from '@angular/core';
import { NgTemplateOutlet } from '@angular/common';
import { FormsModule } from '@angular/forms';
import { characters, OVERALL, type Refusal, SHEET_LIMITS } from '@award/award';
import type { CriteriaView, LockedView, OpenEntryView } from '@award/scoring/contract';
import {
  ErrorSummary,
  Failure,
  inLocale,
  OsloDateTime,
  type Problem,
  readRefusal,
  SaveStatus,
  TextCount,
} from '@award/ui/web';
import type { Autosave } from './autosave';
import { ScoreChoice } from './score-choice';
import { ScoringClient } from './scoring-client';
import { overallLevels } from './scoring-words';
import { SheetConflict } from './sheet-conflict';
import { guidanceOf, levelsOf, type SheetValues, whatIsMissing, withScore } from './sheet-values';

/** The member's own sheet on one entry: saves by itself, and counts once it is submitted. */
@Component({
  selector: 'scoring-sheet-form',
  imports: [
    ErrorSummary,
    Failure,
    FormsModule,
    NgTemplateOutlet,
    OsloDateTime,
    SaveStatus,
    ScoreChoice,
    SheetConflict,
    TextCount,
  ],
  templateUrl: './sheet-form.html',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SheetForm {
  readonly entry = input.required<OpenEntryView>();
  readonly criteria = input.required<CriteriaView>();
  readonly sheet = input.required<Autosave<SheetValues>>();
  readonly locked = input.required<boolean>();
  readonly turned = output<LockedView>();

  private readonly client = inject(ScoringClient);
  private readonly locale = inject(LOCALE_ID);
  protected readonly limits = SHEET_LIMITS;
  protected readonly overall = OVERALL;
  protected readonly characters = characters;
  protected readonly busy = signal(false);
  protected readonly problems = signal<readonly Problem[]>([]);
  protected readonly failure = signal<{ refusal: Refusal | null } | null>(null);
  protected readonly values = computed(() => this.sheet().value());
  protected readonly simple = computed(() => this.criteria().preset === 'simple');
  /** In the second round the simple sheet asks for all criteria and an assessment as well. */
  protected readonly more = computed(() => this.simple() && this.entry().asked);
  protected readonly open = computed(
    () => this.entry().stage === 'scoring' && (!this.entry().secondRound || this.entry().asked),
  );
  protected readonly fixed = computed(() => this.locked() || !this.open());
  protected readonly overallLevels = computed(() => overallLevels(this.criteria().scale));
  protected readonly shownCriteria = computed(() =>
    this.criteria().criteria.map((criterion) => ({
      code: criterion.code,
      name: inLocale(criterion.name, this.locale),
      guidance: guidanceOf(criterion, this.entry(), this.locale),
      levels: levelsOf(criterion, this.entry().content.basis, this.locale),
    })),
  );

  protected hasProblem(id: string): boolean {
    return this.problems().some((problem) => problem.id === id);
  }

  protected isOpen(criterion: string): boolean {
    return this.hasProblem(`score-${criterion}-first`);
  }

  protected score(criterion: string, value: number | null): void {
    this.problems.update((all) => all.filter(({ id }) => id !== `score-${criterion}-first`));
    if (criterion === OVERALL) this.sheet().edit({ overall: value });
    else this.sheet().edit({ scores: withScore(this.values().scores, criterion, value) });
  }

  protected write(change: Partial<SheetValues>): void {
    this.sheet().edit(change);
  }

  protected async submit(): Promise<void> {
    this.problems.set(whatIsMissing(this.values(), this.criteria(), this.locale, this.more()));
    if (this.problems().length > 0) return;
    await this.turn(async () => {
      if (!(await this.sheet().flush())) return null;
      return this.client.lock(this.entry().nominationId, this.sheet().lockVersion);
    });
  }

  protected async reopen(): Promise<void> {
    await this.turn(() => this.client.reopen(this.entry().nominationId, this.sheet().lockVersion));
  }

  private async turn(act: () => Promise<LockedView | null>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      const turned = await act();
      if (turned === null) return;
      this.sheet().moveTo(turned);
      this.turned.emit(turned);
    } catch (error) {
      this.failure.set({ refusal: readRefusal(error)?.refusal ?? null });
    } finally {
      this.busy.set(false);
    }
  }
}
