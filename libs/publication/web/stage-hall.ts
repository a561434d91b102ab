import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { StageControlView, StageView } from '@award/publication/contract';
import { ClassMark, MunicipalityMark } from '@award/ui/web';
import { roomFor, stepsAt } from './stage-show';

/** What the hall sees: black, large, one thing at a time. Nothing here can be pressed. */
@Component({
  selector: 'publication-stage-hall',
  imports: [ClassMark, MunicipalityMark],
  host: { class: 'hall', 'data-color-scheme': 'dark' },
  templateUrl: './stage-hall.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StageHall {
  readonly view = input.required<StageView>();
  readonly control = input.required<StageControlView>();

  protected readonly step = computed(() => stepsAt(this.view(), this.control()).now);
  /** What is said now, in the language the hall reads along in; null when it does not. */
  protected readonly caption = computed(() => {
    const { captions, step } = this.control();
    const at = this.view().captions[Math.min(step, this.view().captions.length - 1)];
    if (captions === null || at === undefined) return null;
    return { text: at.words[captions], language: at.textLanguage ?? captions };
  });
  protected readonly group = computed(() => {
    const step = this.step();
    return 'classCode' in step
      ? (this.view().classes.find(({ code }) => code === step.classCode) ?? null)
      : null;
  });

  /** The year, unless the name already says it. */
  protected readonly yearApart = computed(() => {
    const { name, year } = this.view().edition;
    return name.includes(String(year)) ? null : year;
  });

  protected readonly roomFor = roomFor;

  protected all(winners: readonly { readonly names: readonly string[] }[]): string[] {
    return winners.flatMap(({ names }) => names);
  }

  protected nameOf(classCode: string): string {
    return this.view().classes.find(({ code }) => code === classCode)?.name ?? classCode;
  }
}
