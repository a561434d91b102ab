import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  inject,
  LOCALE_ID,
  resource,
  signal,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink } from '@angular/router';
import { Session } from '@award/access/web';
import type { SampleStop } from '@award/access/contract';
import { OsloDate, readRefusal, wordsFor } from '@award/ui/web';
import { filter } from 'rxjs';
import { languagePath } from '../shell/languages';
import { DemoClient } from './demo-client';
import { PageLoad } from './page-load';
import { signedOutNote } from './signed-out-note';
import { STOP_WORDS } from './stop-words';

const LOOK_AGAIN = 1_500;

/** Where the sample year is and what its clock says, and the way to another time of the year. */
@Component({
  selector: 'app-demo-year',
  imports: [OsloDate, RouterLink],
  templateUrl: './demo-year.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DemoYear {
  private readonly client = inject(DemoClient);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly page = inject(PageLoad);
  private readonly language = inject(LOCALE_ID);

  protected readonly words = STOP_WORDS;
  protected readonly year = resource({ loader: () => this.client.year() });
  protected readonly signedOut = signal(signedOutNote.take());
  protected readonly moving = signal(false);
  protected readonly problem = signal<string | null>(null);
  /** An installation without a sample year answers that there is none: then nothing is shown. */
  protected readonly failed = computed(() => {
    const error = this.year.error();
    return error !== undefined && readRefusal(error)?.refusal !== 'not-found';
  });
  private readonly wanted = signal<SampleStop | null>(null);

  /** Moving, or somebody else is. */
  protected readonly busy = computed(() => this.moving() || this.view()?.playing === true);
  protected readonly view = computed(() => (this.year.hasValue() ? this.year.value() : null));
  /** What is chosen in the list: from the start the next stop, where a visitor most often goes. */
  protected readonly chosen = computed<SampleStop | null>(() => {
    const view = this.view();
    if (!view) return null;
    return this.wanted() ?? view.stops[view.stops.indexOf(view.stop) + 1] ?? view.stop;
  });
  protected readonly backwards = computed(() => {
    const view = this.view();
    const chosen = this.chosen();
    return !!view && !!chosen && view.stops.indexOf(chosen) <= view.stops.indexOf(view.stop);
  });

  constructor() {
    const timer = setInterval(() => {
      if (this.view()?.playing) this.lookAgain();
    }, LOOK_AGAIN);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
    this.router.events
      .pipe(
        filter((event) => event instanceof NavigationEnd),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.lookAgain());
  }

  /** Visitors move the year by their own acts too. */
  protected lookAgain(): void {
    if (!this.moving()) this.year.reload();
  }

  protected choose(stop: string): void {
    this.wanted.set(this.view()?.stops.find((one) => one === stop) ?? null);
  }

  protected async go(): Promise<void> {
    const before = this.view();
    const stop = this.chosen();
    if (!before || !stop || this.busy()) return;
    this.moving.set(true);
    this.problem.set(null);
    try {
      const person = (await this.session.load()).person;
      const after = await this.client.goTo(stop);
      const left = person !== null && (await this.session.refresh()).person === null;
      if (left) signedOutNote.leave();
      this.showAnew(after.editionId !== before.editionId, left);
    } catch (error) {
      this.problem.set(wordsFor(readRefusal(error)?.refusal ?? null));
      this.moving.set(false);
      this.year.reload();
    }
  }

  /** Loads the page again; where it may have spoken of what is gone, the start of its area instead. */
  private showAnew(playedAnew: boolean, signedOut: boolean): void {
    const area = /^\/(kommune|jury|sekretariat|scene)(?=\/|$|\?)/.exec(this.router.url)?.[0];
    if (area && signedOut) this.page.goTo(languagePath(this.language, '/logg-inn'));
    else if (area && playedAnew) this.page.goTo(languagePath(this.language, area));
    else this.page.again();
  }
}
