import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  LOCALE_ID,
} from '@angular/core';
import { formatNumber } from '@award/ui/web';

const WIDTH = 640;
const HEIGHT = 200;
const PAD = { top: 16, right: 16, bottom: 28, left: 64 };

export interface CurvePoint {
  readonly year: string;
  readonly count: number;
  readonly x: number;
  readonly y: number;
}

/** Points of a curve in its box, oldest first: years along, residents up, from the least to the most. */
export function curvePoints(
  populations: readonly { readonly on: string; readonly count: number }[],
): CurvePoint[] {
  const counts = populations.map(({ count }) => count);
  const least = Math.min(...counts);
  const most = Math.max(...counts);
  const span = Math.max(most - least, 1);
  const step = (WIDTH - PAD.left - PAD.right) / Math.max(populations.length - 1, 1);
  return populations.map(({ on, count }, at) => ({
    year: on.slice(0, 4),
    count,
    x: Math.round(PAD.left + at * step),
    y: Math.round(PAD.top + (1 - (count - least) / span) * (HEIGHT - PAD.top - PAD.bottom)),
  }));
}

/** The population over the years as a curve. The table beside it holds the figures. */
@Component({
  selector: 'publication-population-curve',
  template: `
    <svg class="curve" viewBox="0 0 640 200" role="img" [attr.aria-label]="summary()">
      <path class="curve__line" [attr.d]="line()" />
      @for (point of points(); track point.year) {
        <circle class="curve__point" r="4" [attr.cx]="point.x" [attr.cy]="point.y" />
        <text
          class="curve__label"
          text-anchor="middle"
          y="194"
          [attr.x]="point.x"
          [attr.data-between]="$first || $last ? null : ''"
        >
          {{ point.year }}
        </text>
      }
      @for (end of ends(); track end.y) {
        <text class="curve__label" text-anchor="end" x="52" [attr.y]="end.y + 4">
          {{ end.words }}
        </text>
      }
    </svg>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PopulationCurve {
  /** Oldest first. */
  readonly populations = input.required<readonly { on: string; count: number }[]>();

  private readonly locale = inject(LOCALE_ID);
  protected readonly points = computed(() => curvePoints(this.populations()));
  protected readonly line = computed(() =>
    this.points()
      .map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`)
      .join(''),
  );
  protected readonly ends = computed(() => {
    const points = [...this.points()].sort((one, other) => one.y - other.y);
    const [top, bottom] = [points[0], points.at(-1)];
    const shown = top && bottom && top.y !== bottom.y ? [top, bottom] : top ? [top] : [];
    return shown.map(({ y, count }) => ({ y, words: formatNumber(count, this.locale) }));
  });
  protected readonly summary = computed(() => {
    const [first, last] = [this.points()[0], this.points().at(-1)];
    if (!first || !last) return '';
    const from = formatNumber(first.count, this.locale);
    const to = formatNumber(last.count, this.locale);
    return $localize`:@@publication.curve.summary:Folketallet gikk fra ${from}:from: i ${first.year}:first: til ${to}:to: i ${last.year}:last:. Tallene står i tabellen under.`;
  });
}
