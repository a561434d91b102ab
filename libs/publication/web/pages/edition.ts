import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { EditionPageView } from '@award/publication/contract';
import { Breadcrumbs, type Crumb, Empty, OsloDate, OsloDateTime, StateTag } from '@award/ui/web';
import { AwardMap } from '../award-map';
import { ClassResults } from '../class-results';
import { lineWords } from '../public-words';

/** One year, class by class. */
@Component({
  selector: 'publication-edition',
  imports: [
    AwardMap,
    Breadcrumbs,
    ClassResults,
    Empty,
    OsloDate,
    OsloDateTime,
    RouterLink,
    StateTag,
  ],
  templateUrl: './edition.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EditionResults {
  readonly page = input.required<EditionPageView>();

  protected readonly trail: readonly Crumb[] = [
    { label: $localize`:@@publication.archive.crumb:Tidligere kåringer`, link: '/arkiv' },
  ];
  protected readonly line = computed(() => lineWords(this.page().edition.line));
  protected readonly announced = computed(
    () =>
      this.page().edition.asPublished ||
      this.page().classes.every(({ winnersReleased }) => winnersReleased),
  );
  protected readonly told = computed(() =>
    this.page().classes.some(({ finalistsReleased }) => finalistsReleased),
  );
}
