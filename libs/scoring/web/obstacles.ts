import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { Obstacle } from '@award/scoring/contract';
import { obstacleWords } from './scoring-words';

/** What stands in the way of an act, told before one tries. */
@Component({
  selector: 'scoring-obstacles',
  template: `
    @if (lines().length > 0) {
      <div class="ds-alert" data-color="warning">
        <p class="ds-heading" data-size="2xs">{{ heading() }}</p>
        <ul class="ds-list">
          @for (line of lines(); track line) {
            <li>{{ line }}</li>
          }
        </ul>
      </div>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Obstacles {
  readonly heading = input.required<string>();
  readonly of = input.required<readonly Obstacle[]>();

  protected readonly lines = computed(() =>
    this.of().map(({ reason, count }) => obstacleWords(reason, count)),
  );
}
