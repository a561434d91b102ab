import {
  afterNextRender,
  booleanAttribute,
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  DOCUMENT,
  inject,
  input,
} from '@angular/core';
import { Failure } from '@award/ui/web';
import { StageHall } from './stage-hall';
import { StageRemote } from './stage-remote';
import { fillsScreen, stageKey, touchKey } from './stage-show';

/** The full screen of the hall, driven by keyboard, clicker or touch. F or F5 fills the screen. */
@Component({
  selector: 'publication-stage-page',
  imports: [Failure, StageHall],
  providers: [StageRemote],
  host: {
    class: 'stage-page',
    '(window:keydown)': 'key($event)',
    '(click)': 'touch($event)',
  },
  template: `
    <main id="innhold" tabindex="-1">
      @if (remote.view(); as view) {
        <publication-stage-hall [view]="view" [control]="remote.control()" />
      } @else if (remote.failed(); as reason) {
        <ui-failure [refusal]="reason === 'unknown' ? null : reason" [canRetry]="false" />
      }
    </main>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StagePage {
  /** From the address. */
  readonly editionId = input.required<string>();
  /** From the route: with invented names. */
  readonly rehearsal = input(false, { transform: booleanAttribute });

  private readonly document = inject(DOCUMENT);
  protected readonly remote = inject(StageRemote);

  constructor() {
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      void this.remote.start(this.editionId(), this.rehearsal());
      destroyed.onDestroy(() => this.remote.stop());
    });
  }

  protected key(event: KeyboardEvent): void {
    if (event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
    if (fillsScreen(event.key)) {
      event.preventDefault();
      // A browser that does not grant it leaves the show in its window.
      this.document.documentElement.requestFullscreen().catch(() => undefined);
      return;
    }
    const key = stageKey(event.key);
    if (key === null) return;
    event.preventDefault();
    void this.remote.press(key);
  }

  protected touch(event: MouseEvent): void {
    void this.remote.press(touchKey(event.clientX, this.document.documentElement.clientWidth));
  }
}
