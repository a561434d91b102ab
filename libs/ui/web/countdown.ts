import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  inject,
  input,
  linkedSignal,
} from '@angular/core';
import { timeLeft } from './time-left';

const TICK = 20_000;

/**
 * The time left until an instant, counted from the server's clock: `now` is the server's answer,
 * and only the time that has passed since is measured here. Inputs are ISO instants. Without `now`
 * nothing is shown: a page kept in memory cannot know when it is read.
 */
@Component({
  selector: 'ui-countdown',
  template: `<span role="timer">{{ words() }}</span>`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Countdown {
  readonly until = input.required<string>();
  readonly now = input<string | null>(null);

  private readonly passed = linkedSignal({ source: this.now, computation: () => 0 });
  protected readonly words = computed(() => {
    const now = this.now();
    return now === null ? '' : timeLeft(Date.parse(this.until()) - Date.parse(now) - this.passed());
  });

  constructor() {
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      const timer = setInterval(() => this.passed.update((ms) => ms + TICK), TICK);
      destroyed.onDestroy(() => clearInterval(timer));
    });
  }
}
