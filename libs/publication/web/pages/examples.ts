import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  LOCALE_ID,
} from '@angular/core';
import { type Params, Router, RouterLink } from '@angular/router';
import type { ExamplesPageView } from '@award/publication/contract';
import { ClassMark, Empty, Pager } from '@award/ui/web';
import { localAddress } from '../public-words';
import { WinnerMark } from '../winner-mark';

/** A list to choose from: its name in the address, its words, what is chosen and what there is. */
interface Filter {
  readonly name: string;
  readonly label: string;
  readonly any: string;
  readonly chosen: string;
  readonly options: readonly { readonly code: string; readonly name: string }[];
}

/** The learning bank: search first, filters beside, results as readable texts. The form works without scripts too. */
@Component({
  selector: 'publication-examples',
  imports: [ClassMark, Empty, Pager, RouterLink, WinnerMark],
  templateUrl: './examples.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Examples {
  readonly page = input.required<ExamplesPageView>();

  private readonly router = inject(Router);
  protected readonly address = localAddress(inject(LOCALE_ID), '/eksempler');
  protected readonly filters = computed<Filter[]>(() => {
    const { choices, filter } = this.page();
    const plain = (names: readonly (string | number)[]) =>
      names.map((name) => ({ code: String(name), name: String(name) }));
    const all: Filter[] = [
      {
        name: 'omrade',
        label: $localize`:@@publication.examples.field:Område`,
        any: $localize`:@@publication.examples.all-fields:Alle områder`,
        chosen: filter.field ?? '',
        options: choices.fields,
      },
      {
        name: 'kjennetegn',
        label: $localize`:@@publication.examples.trait:Kjennetegn`,
        any: $localize`:@@publication.examples.all-traits:Alle kjennetegn`,
        chosen: filter.trait ?? '',
        options: choices.traits,
      },
      {
        name: 'grunnlag',
        label: $localize`:@@publication.examples.basis:Hva det gjelder`,
        any: $localize`:@@publication.examples.all-bases:Tiltak og helhetlig arbeid`,
        chosen: filter.basis ?? '',
        options: choices.bases,
      },
      {
        name: 'fylke',
        label: $localize`:@@publication.examples.county:Fylke`,
        any: $localize`:@@publication.examples.all-counties:Hele landet`,
        chosen: filter.county ?? '',
        options: plain(choices.counties),
      },
      {
        name: 'klasse',
        label: $localize`:@@publication.examples.class:Kategori`,
        any: $localize`:@@publication.examples.all-classes:Begge kategorier`,
        chosen: filter.classCode ?? '',
        options: choices.classes,
      },
      {
        name: 'ar',
        label: $localize`:@@publication.examples.year:År`,
        any: $localize`:@@publication.examples.all-years:Alle år`,
        chosen: filter.year === null ? '' : String(filter.year),
        options: plain(choices.years),
      },
    ];
    return all.filter(({ options, chosen }) => options.length > 1 || chosen !== '');
  });
  protected readonly chosen = computed(() => this.filters().some(({ chosen }) => chosen !== ''));
  protected readonly narrowed = computed(() => this.page().search !== '' || this.chosen());
  protected readonly found = computed(() => {
    const { found, page, pages } = this.page();
    const count =
      found === 1
        ? $localize`:@@publication.examples.one:Ett eksempel`
        : $localize`:@@publication.examples.many:${found}:count: eksempler`;
    return pages > 1
      ? $localize`:@@publication.examples.page:${count}:count:, side ${page}:page: av ${pages}:pages:`
      : count;
  });
  protected readonly previous = computed<Params | null>(() =>
    this.page().page > 1 ? { side: this.page().page > 2 ? this.page().page - 1 : null } : null,
  );
  protected readonly next = computed<Params | null>(() =>
    this.page().page < this.page().pages ? { side: this.page().page + 1 } : null,
  );

  protected search(event: Event): void {
    event.preventDefault();
    const given = [...new FormData(event.target as HTMLFormElement)].map(([name, value]) => [
      name,
      String(value).trim(),
    ]);
    const queryParams = Object.fromEntries(given.filter(([, value]) => value !== ''));
    void this.router.navigate(['/eksempler'], { queryParams });
  }
}
