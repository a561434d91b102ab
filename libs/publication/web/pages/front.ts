import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  LOCALE_ID,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { EarlierWinner, FrontPageView, PublicClass } from '@award/publication/contract';
import { ClassMark, classTint, Countdown, OsloDate, OsloDateTime } from '@award/ui/web';
import { ClassResults } from '../class-results';
import { Photo } from '../photo';
import { PublicClient } from '../public-client';
import { boundsWords, paragraphs } from '../public-words';
import { WinnerMark } from '../winner-mark';

interface YearOfWinners {
  year: number;
  winners: EarlierWinner[];
}

/** The front page by phase: one thing to do or to know first, then what the award is, then earlier winners. */
@Component({
  selector: 'publication-front',
  imports: [
    ClassMark,
    ClassResults,
    Countdown,
    OsloDate,
    OsloDateTime,
    Photo,
    RouterLink,
    WinnerMark,
  ],
  templateUrl: './front.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Front {
  readonly page = input.required<FrontPageView>();

  private readonly client = inject(PublicClient);
  private readonly locale = inject(LOCALE_ID);
  protected readonly tint = classTint;
  protected readonly paragraphs = paragraphs;
  protected readonly now = signal<string | null>(null);
  protected readonly edition = computed(() => this.page().edition);
  /** An edition as published is history: the front page then waits for the next one. */
  protected readonly line = computed(() => {
    const edition = this.edition();
    return edition === null || edition.asPublished || edition.line === 'archived'
      ? 'planned'
      : edition.line;
  });
  protected readonly showFinalists = computed(() =>
    ['finalists-published', 'being-announced', 'winners-announced'].includes(this.line()),
  );
  protected readonly winners = computed(() =>
    this.page().classes.flatMap((group) =>
      group.finalists.filter(({ winner }) => winner).map((entry) => ({ group, entry })),
    ),
  );
  protected readonly earlier = computed(() =>
    this.page().earlierWinners.reduce<YearOfWinners[]>((years, winner) => {
      const last = years.at(-1);
      if (last?.year === winner.year) last.winners.push(winner);
      else years.push({ year: winner.year, winners: [winner] });
      return years;
    }, []),
  );

  constructor() {
    afterNextRender(() => {
      if (this.line() === 'call-open') void this.count();
    });
  }

  protected bounds({ minPopulation, maxPopulation }: PublicClass): string {
    return boundsWords(minPopulation, maxPopulation, this.locale);
  }

  /** Without an answer the date stands alone, which is enough. */
  private async count(): Promise<void> {
    this.now.set(await this.client.now().catch(() => null));
  }
}
