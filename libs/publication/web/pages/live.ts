import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  inject,
  input,
  linkedSignal,
  LOCALE_ID,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { LivePageView } from '@award/publication/contract';
import {
  ClassMark,
  classTint,
  MunicipalityMark,
  OsloDate,
  OsloDateTime,
  RevisionFeed,
} from '@award/ui/web';
import { PublicClient } from '../public-client';
import { localAddress } from '../public-words';

const STREAM = '/api/live/stream';
const AGAIN_FIRST = 500;
const AGAIN_LAST = 16_000;

/** Quiet before; the name fills the screen after. Whoever has it open sees it without doing anything. */
@Component({
  selector: 'publication-live',
  imports: [ClassMark, MunicipalityMark, OsloDate, OsloDateTime, RouterLink],
  templateUrl: './live.html',
  // What comes on this page comes by itself (apps/web/starter.ts).
  host: { 'data-script': 'now' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Live {
  readonly page = input.required<LivePageView>();

  private readonly client = inject(PublicClient);
  private readonly locale = inject(LOCALE_ID);
  private asking = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  protected readonly shown = linkedSignal(() => this.page());
  protected readonly tint = classTint;
  protected readonly address = localAddress(this.locale, '/direkte');
  protected readonly classes = computed(() =>
    this.shown().classes.map((group) => ({
      ...group,
      winners: group.finalists.filter(({ winner }) => winner),
      noPrize: group.winnersReleased && group.finalists.every((one) => !one.prizeWithdrawnAt),
    })),
  );
  protected readonly corrections = computed(() =>
    this.shown().classes.flatMap(({ corrections }) => corrections),
  );
  protected readonly told = computed(() =>
    this.shown().classes.some(({ finalistsReleased }) => finalistsReleased),
  );
  protected readonly anyWinner = computed(() =>
    this.classes().some(({ winners }) => winners.length > 0),
  );

  constructor() {
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      const feed = new RevisionFeed(this.page().revision, {
        address: (shown) => `${STREAM}?since=${shown}`,
        changed: (revision) => void this.fetch(revision, feed),
        poll: () => void this.fetch(0, feed),
        againMs: 15_000,
      });
      feed.start();
      destroyed.onDestroy(() => {
        feed.stop();
        this.asking = Infinity;
        clearTimeout(this.timer);
      });
    });
  }

  /**
   * A question that fails is asked until it is answered: the name must come, and the stream does not tell of it twice.
   * An older answer never replaces a newer one.
   */
  private async fetch(revision: number, feed: RevisionFeed, wait = AGAIN_FIRST): Promise<void> {
    const mine = (this.asking += 1);
    const view = await this.client.live(revision).catch(() => null);
    if (view && view.revision >= this.shown().revision) {
      this.shown.set(view);
      feed.showing(view.revision);
    }
    if (mine !== this.asking || (view && view.revision >= revision)) return;
    const next = Math.min(2 * wait, AGAIN_LAST);
    this.timer = setTimeout(() => void this.fetch(revision, feed, next), wait);
  }
}
