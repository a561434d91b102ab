import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { MunicipalityPageView, MunicipalityPassing } from '@award/publication/contract';
import {
  Breadcrumbs,
  ClassMark,
  type Crumb,
  DataTable,
  Grouped,
  MunicipalityMark,
  OsloDate,
  StateTag,
} from '@award/ui/web';
import { MunicipalityJobs } from '../municipality-jobs';
import { Photo } from '../photo';
import { PopulationCurve } from '../population-curve';
import { passingWords, populationSource } from '../public-words';
import { WinnerMark } from '../winner-mark';

/** The register began with the structure of this day: what held then may have held for long. */
const REGISTER_BEGINS = '2019-01-01';

/** A municipality through its numbers and names: what it is, how it has fared in the award, where it came from. */
@Component({
  selector: 'publication-municipality',
  imports: [
    Breadcrumbs,
    ClassMark,
    DataTable,
    Grouped,
    MunicipalityMark,
    OsloDate,
    MunicipalityJobs,
    Photo,
    PopulationCurve,
    RouterLink,
    StateTag,
    WinnerMark,
  ],
  templateUrl: './municipality.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MunicipalityPortrait {
  readonly page = input.required<MunicipalityPageView>();

  protected readonly trail: readonly Crumb[] = [
    { label: $localize`:@@publication.municipalities.crumb:Kommuner`, link: '/kommuner' },
  ];
  /** What passed between municipalities, those of one day and kind together. */
  protected readonly passings = computed(() => {
    const groups = new Map<string, MunicipalityPassing[]>();
    for (const passing of this.page().passings) {
      const key = `${passing.on} ${passing.direction} ${passing.kind}`;
      groups.set(key, [...(groups.get(key) ?? []), passing]);
    }
    return [...groups.values()].flatMap((of) => {
      const [first] = of;
      return first ? [{ on: first.on, words: passingWords(first, of.length > 1), of }] : [];
    });
  });
  protected readonly photos = computed(() =>
    this.page().results.flatMap(({ year, images }) => images.map((image) => ({ year, image }))),
  );
  protected readonly newest = computed(() => this.page().populations.at(-1) ?? null);
  protected readonly newestFirst = computed(() => [...this.page().populations].reverse());
  protected readonly sources = computed(() =>
    [...new Set(this.page().populations.map(({ source }) => populationSource(source)))].join(', '),
  );
  protected readonly periods = computed(() =>
    this.page().periods.map((period) => ({
      ...period,
      from: period.from === REGISTER_BEGINS ? null : period.from,
    })),
  );
  protected readonly writtenForm = computed(() => {
    switch (this.page().writtenForm) {
      case 'nb':
        return $localize`:@@publication.written-form.nb:Bokmål`;
      case 'nn':
        return $localize`:@@publication.written-form.nn:Nynorsk`;
      case 'neutral':
        return $localize`:@@publication.written-form.neutral:Nøytral`;
      default:
        return $localize`:@@publication.unknown:Ikke kjent`;
    }
  });
}
