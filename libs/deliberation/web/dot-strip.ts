import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { House } from '@award/award';

export interface Dot {
  readonly value: number;
  readonly house: House;
  readonly own: boolean;
}

interface Placed extends Dot {
  readonly x: number;
  readonly y: number;
}

const WIDTH = 320;
const HEIGHT = 46;
const EDGE = 16;
const MIDDLE = 18;
const STEP = 8;

/**
 * One entry on the score axis: a dot for each member (circle KS, square NHO, diamond independent, a
 * ring around one's own) and a bar at the mean. A picture of figures that always stand beside it in words.
 */
@Component({
  selector: 'deliberation-dot-strip',
  host: { class: 'dot-strip' },
  template: `
    <svg [attr.viewBox]="box" role="img" [attr.aria-label]="label()">
      @for (tick of ticks(); track tick.value) {
        <line class="dot-strip__tick" [attr.x1]="tick.x" [attr.x2]="tick.x" y1="2" y2="34" />
        <text class="dot-strip__number" [attr.x]="tick.x" y="44">{{ tick.value }}</text>
      }
      @if (intervalAt(); as line) {
        <line
          class="dot-strip__interval"
          [attr.x1]="line.from"
          [attr.x2]="line.to"
          y1="36"
          y2="36"
        />
      }
      @for (x of gaps(); track x) {
        <path class="dot-strip__gap" [attr.d]="'M' + x + ' 15l6 6m0-6l-6 6'" />
      }
      @if (meanAt(); as x) {
        <line class="dot-strip__mean" [attr.x1]="x" [attr.x2]="x" y1="0" y2="36" />
      }
      @for (dot of placed(); track $index) {
        <g
          class="dot-strip__dot"
          [attr.data-house]="dot.house"
          [class.dot-strip__dot--own]="dot.own"
        >
          @switch (dot.house) {
            @case ('KS') {
              <circle [attr.cx]="dot.x" [attr.cy]="dot.y" r="4" />
            }
            @case ('NHO') {
              <rect [attr.x]="dot.x - 3.6" [attr.y]="dot.y - 3.6" width="7.2" height="7.2" />
            }
            @default {
              <path [attr.d]="diamond(dot)" />
            }
          }
        </g>
      }
    </svg>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DotStrip {
  readonly dots = input.required<readonly Dot[]>();
  readonly mean = input<number | null>(null);
  /** The ends of the adjusted mean's interval: a thin line. */
  readonly interval = input<{ readonly low: number; readonly high: number } | null>(null);
  /** How many have stepped out: a cross for each, right of the axis, so that a gap is not a blank. */
  readonly recused = input(0);
  readonly scale = input.required<{ readonly min: number; readonly max: number }>();
  readonly label = input.required<string>();

  protected readonly box = `0 0 ${WIDTH} ${HEIGHT}`;
  protected readonly ticks = computed(() => {
    const { min, max } = this.scale();
    return Array.from({ length: max - min + 1 }, (_, step) => ({
      value: min + step,
      x: this.at(min + step),
    }));
  });
  protected readonly meanAt = computed(() => {
    const mean = this.mean();
    return mean === null ? null : this.at(mean);
  });
  protected readonly intervalAt = computed(() => {
    const { min, max } = this.scale();
    const within = (value: number) => this.at(Math.min(Math.max(value, min), max));
    const interval = this.interval();
    return interval && { from: within(interval.low), to: within(interval.high) };
  });
  protected readonly gaps = computed(() =>
    Array.from({ length: this.recused() }, (_, at) => WIDTH - 6 - at * 8),
  );
  /** Equal values stand above and below each other, so that none hides another. */
  protected readonly placed = computed<readonly Placed[]>(() => {
    const dots = this.dots();
    return dots.map((dot, at) => {
      const same = dots.filter(({ value }) => value === dot.value).length;
      const before = dots.slice(0, at).filter(({ value }) => value === dot.value).length;
      return {
        ...dot,
        x: this.at(dot.value),
        y: MIDDLE + (before - (same - 1) / 2) * Math.min(STEP, 28 / same),
      };
    });
  });

  protected diamond({ x, y }: Placed): string {
    return `M${x} ${y - 5}l5 5-5 5-5-5z`;
  }

  private at(value: number): number {
    const { min, max } = this.scale();
    return EDGE + ((value - min) / (max - min)) * (WIDTH - 2 * EDGE);
  }
}
