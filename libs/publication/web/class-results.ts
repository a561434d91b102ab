import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  LOCALE_ID,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PublicClass, PublicEntry, PublicImage } from '@award/publication/contract';
import { ClassMark, classTint, Grouped, MunicipalityMark, OsloDate } from '@award/ui/web';
import { Photo } from './photo';
import { boundsWords, entriesWords, hostOf, paragraphs, populationSource } from './public-words';
import { WinnerMark } from './winner-mark';

/** One class of an edition: its finalists as released, the winner marked. Never two classes in one. */
@Component({
  selector: 'publication-class-results',
  imports: [ClassMark, Grouped, MunicipalityMark, OsloDate, Photo, RouterLink, WinnerMark],
  host: { class: 'class-results', '[attr.data-color]': 'tint()' },
  templateUrl: './class-results.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClassResults {
  readonly group = input.required<PublicClass>();
  /** The result of an earlier year as it was published: what is missing is said to be unknown. */
  readonly asPublished = input(false);
  /** Justifications in full, or folded behind a click. */
  readonly inFull = input(false);

  private readonly locale = inject(LOCALE_ID);
  protected readonly paragraphs = paragraphs;
  protected readonly entriesWords = entriesWords;
  protected readonly hostOf = hostOf;
  protected readonly populationSource = populationSource;
  protected readonly headingId = computed(() => `kategori-${this.group().code}`);
  protected readonly tint = computed(() => classTint(this.group().code));
  protected readonly bounds = computed(() =>
    boundsWords(this.group().minPopulation, this.group().maxPopulation, this.locale),
  );
  protected readonly onlyWinnerKnown = computed(
    () =>
      this.asPublished() &&
      this.group().finalists.length === 1 &&
      this.group().finalists[0]?.winner === true,
  );
  protected readonly winnerUnknown = computed(
    () => this.asPublished() && !this.group().winnersReleased,
  );
  protected readonly noWinner = computed(
    () =>
      !this.asPublished() &&
      this.group().winnersReleased &&
      this.group().finalists.every(({ winner, prizeWithdrawnAt }) => !winner && !prizeWithdrawnAt),
  );

  /** Folded, a finalist has one picture, and a winner is shown with its own above. */
  protected photosOf({ images, winner }: PublicEntry): readonly PublicImage[] {
    if (this.inFull()) return images;
    return winner ? [] : images.slice(0, 1);
  }
}
