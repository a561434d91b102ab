import {
  afterNextRender,
  booleanAttribute,
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  inject,
  input,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { StageStep } from '@award/publication/contract';
import { ClassMark, ConfirmDialog, Failure, StateTag, wordsFor } from '@award/ui/web';
import { paragraphs } from './public-words';
import { StageHall } from './stage-hall';
import { StageRemote } from './stage-remote';
import { StageSettings } from './stage-settings';
import { fillsScreen, stageKey, stepsAt } from './stage-show';
import { stepWords } from './stage-words';

/** For who runs the show: what the hall sees, what comes next, and whether the names are ready. */
@Component({
  selector: 'publication-stage-operator-page',
  imports: [ClassMark, ConfirmDialog, Failure, RouterLink, StageHall, StageSettings, StateTag],
  providers: [StageRemote],
  host: { class: 'operator', '(window:keydown)': 'key($event)' },
  templateUrl: './stage-operator-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StageOperatorPage {
  /** From the address. */
  readonly editionId = input.required<string>();
  /** From the route: with invented names. */
  readonly rehearsal = input(false, { transform: booleanAttribute });

  protected readonly remote = inject(StageRemote);
  private readonly dialog = viewChild(ConfirmDialog);
  protected readonly wordsFor = wordsFor;
  protected readonly paragraphs = paragraphs;
  protected readonly steps = computed(() => {
    const view = this.remote.view();
    return view && stepsAt(view, this.remote.control());
  });

  constructor() {
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      void this.remote.start(this.editionId(), this.rehearsal());
      destroyed.onDestroy(() => this.remote.stop());
    });
  }

  protected words(step: StageStep): string {
    return stepWords(step, this.remote.view()?.classes ?? []);
  }

  /** The keys of the hall work here too, but not while a button has them. */
  protected key(event: KeyboardEvent): void {
    if (event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target as Element | null;
    if (fillsScreen(event.key) && event.key.length > 1) event.preventDefault();
    if (target?.closest('input, select, dialog')) return;
    const inControl = target?.closest('button, a') != null;
    const key = stageKey(event.key);
    if (key === null || (inControl && (event.key === ' ' || event.key === 'Enter'))) return;
    event.preventDefault();
    void this.remote.press(key);
  }

  protected openHall(): void {
    const [page, name] = this.rehearsal()
      ? ['oving', 'kaaring-oving']
      : [this.editionId(), 'kaaring-sal'];
    window.open(`../${page}`, name);
  }

  protected async stop(): Promise<void> {
    if (await this.dialog()?.ask()) await this.remote.stopAll();
  }
}
