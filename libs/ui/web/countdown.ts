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
import { stopwatch, timeLeft } from './time-left';

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

  private readonly told = computed(() => {
    const now = this.now();
    return now === null ? null : { at: Date.parse(now), passed: stopwatch() };
  });
  private readonly passed = linkedSignal({ source: this.told, computation: () => 0 });
  protected readonly words = computed(() => {
    const told = this.told();
    return told && timeLeft(Date.parse(this.until()) - told.at - this.passed());
  });

  constructor() {
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      // A page that nobody looks at ticks seldom, and not at all while the machine sleeps.
      const look = () => this.passed.set(this.told()?.passed() ?? 0);
      const timer = setInterval(look, TICK);
      document.addEventListener('visibilitychange', look);
      destroyed.onDestroy(() => {
        clearInterval(timer);
        document.removeEventListener('visibilitychange', look);
      });
    });
  }
}
