import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  LOCALE_ID,
  resource,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { OVERALL } from '@award/award';
import type { RankedEntryView } from '@award/deliberation/contract';
import {
  Breadcrumbs,
  ClassMark,
  Empty,
  formatNumber,
  Grouped,
  inLocale,
  InLocale,
  PageHeader,
  ResourceState,
  StateTag,
} from '@award/ui/web';
import { AgreementSection } from './agreement-section';
import { chanceWords } from './advice-words';
import { classScope } from './class-scope';
import { DeliberationClient } from './deliberation-client';
import { type Dot, DotStrip } from './dot-strip';
import { EntryFigures } from './entry-figures';
import { EntryReasons } from './entry-reasons';
import { FigureNotes } from './figure-notes';
import { TABLES } from './figure-words';
import { FiguresTable } from './figures-table';
import { OutliersSection } from './outliers-section';
import { ProfileSection } from './profile-section';
import { SeveritySection } from './severity-section';
import { StabilitySection } from './stability-section';
import {
  BASIS_WORDS,
  CONTENTION_NOTES,
  CONTENTION_WORDS,
  sheetsWords,
  STAGE_TONES,
  STAGE_WORDS,
} from './words';

/** A difference between the two bases that is worth a word, in steps of the scale. */
const BASIS_GAP = 0.5;
const LIKELY_BASIS = 2;

/** The class after closing: contested entries first, a dot for each member, every figure with its trail. */
@Component({
  selector: 'deliberation-ranking-page',
  imports: [
    AgreementSection,
    Breadcrumbs,
    ClassMark,
    DotStrip,
    Empty,
    EntryFigures,
    EntryReasons,
    FigureNotes,
    FiguresTable,
    Grouped,
    InLocale,
    OutliersSection,
    PageHeader,
    ProfileSection,
    ResourceState,
    RouterLink,
    SeveritySection,
    StabilitySection,
    StateTag,
  ],
  templateUrl: './ranking-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RankingPage {
  readonly editionId = input<string>();
  readonly classCode = input<string>();
  /** From the query: `plass` orders by place; otherwise contested first. */
  readonly sortering = input<string>();
  /** From the query: the code of the criterion that is shown; otherwise the official figure. */
  readonly moment = input<string>();

  private readonly client = inject(DeliberationClient);
  private readonly locale = inject(LOCALE_ID);
  private readonly scope = classScope(this.editionId, this.classCode);
  protected readonly ranking = resource({
    params: () => this.scope(),
    loader: ({ params }) => this.client.ranking(params),
  });

  protected readonly contentionWords = CONTENTION_WORDS;
  protected readonly contentionNotes = CONTENTION_NOTES;
  protected readonly stageWords = STAGE_WORDS;
  protected readonly stageTones = STAGE_TONES;
  protected readonly basisWords = BASIS_WORDS;
  protected readonly tables = TABLES;
  protected readonly sheets = sheetsWords;
  protected readonly chance = chanceWords;

  protected readonly view = computed(() => (this.ranking.hasValue() ? this.ranking.value() : null));
  protected readonly trail = computed(() => {
    const edition = this.editionId();
    const code = this.classCode();
    return edition && code
      ? [
          {
            label: $localize`:@@deliberation.meeting.heading:Jurymøte`,
            link: `/sekretariat/moter/${edition}/${code}`,
          },
        ]
      : [];
  });
  protected readonly byPlace = computed(() => this.sortering() === 'plass');
  protected readonly criterion = computed(() => {
    const wanted = this.view()?.criteria.find(({ code }) => code === this.moment());
    return wanted && wanted.code !== OVERALL ? wanted : null;
  });
  protected readonly criteria = computed(() =>
    (this.view()?.criteria ?? [])
      .filter(({ name }) => name !== null)
      .map(({ code, name }) => ({ code, name: inLocale(name, this.locale) })),
  );
  protected readonly entries = computed(() => {
    const all = this.view()?.entries ?? [];
    return this.byPlace()
      ? all
      : [...all].sort(
          (a, b) =>
            Math.sign(b.contentions.length) - Math.sign(a.contentions.length) ||
            (b.spread ?? 0) - (a.spread ?? 0) ||
            (a.place ?? Infinity) - (b.place ?? Infinity),
        );
  });
  protected readonly contested = computed(
    () => this.entries().filter(({ contentions }) => contentions.length > 0).length,
  );
  protected readonly missing = computed(() =>
    this.entries().reduce((sum, { missing }) => sum + missing.length, 0),
  );
  /** The last entry within the places, when the list is ordered by place and no tie blurs the line. */
  protected readonly lastIn = computed(() => {
    const view = this.view();
    return view && this.byPlace() && !view.cutTie
      ? view.entries.filter(({ cut }) => cut === 'in').at(-1)?.nominationId
      : undefined;
  });
  /** Told when entries of one basis are placed clearly lower than those of the other. */
  protected readonly basisGap = computed(() => {
    const { 'single-measure': single, 'all-round': round } = this.view()?.bases ?? {};
    if (!single || !round || single.mean === null || round.mean === null) return null;
    if (single.entries < LIKELY_BASIS || round.entries < LIKELY_BASIS) return null;
    const gap = single.mean - round.mean;
    if (Math.abs(gap) < BASIS_GAP) return null;
    const [lower, higher] =
      gap < 0
        ? (['single-measure', 'all-round'] as const)
        : (['all-round', 'single-measure'] as const);
    return {
      lower: BASIS_WORDS[lower],
      higher: BASIS_WORDS[higher].toLowerCase(),
      gap: formatNumber(Math.abs(gap), this.locale, 1),
    };
  });

  /** The dots of the chosen criterion, or of the official figure. */
  protected dotsOf(entry: RankedEntryView): Dot[] {
    const members = this.view()?.members ?? [];
    const code = this.criterion()?.code;
    return entry.dots.flatMap(({ seatId, value, scores }) => {
      const member = members.find((one) => one.seatId === seatId);
      const shown = code === undefined ? value : scores[code];
      return member && shown !== undefined
        ? [{ value: shown, house: member.house, own: member.own }]
        : [];
    });
  }

  protected meanOf(entry: RankedEntryView): number | null {
    if (this.criterion() === null) return entry.mean;
    const dots = this.dotsOf(entry);
    return dots.length === 0 ? null : dots.reduce((sum, { value }) => sum + value, 0) / dots.length;
  }

  /** Drawn beside the official figure only: a single criterion has no interval of its own. */
  protected intervalOf({ low, high }: RankedEntryView): { low: number; high: number } | null {
    return this.criterion() !== null || low === null || high === null ? null : { low, high };
  }

  protected recusedFrom({ setAside }: RankedEntryView): number {
    return setAside.filter(({ why }) => why === 'recused').length;
  }

  /** The strip in words, for those who do not see it. */
  protected describe(entry: RankedEntryView): string {
    const mean = this.meanOf(entry);
    const values = this.dotsOf(entry)
      .map(({ value }) => formatNumber(value, this.locale, 2))
      .join(', ');
    return mean === null
      ? $localize`:@@deliberation.ranking.strip-none:Ingen poeng`
      : $localize`:@@deliberation.ranking.strip:Gjennomsnitt ${formatNumber(mean, this.locale, 2)}:mean:. Poeng: ${values}:values:`;
  }

  protected place(entry: RankedEntryView): string {
    return entry.place === null
      ? $localize`:@@deliberation.ranking.no-place:Uten plass`
      : $localize`:@@deliberation.ranking.place:Plass ${entry.place}:place:`;
  }

  protected number(value: number | null): string {
    return value === null ? '–' : formatNumber(value, this.locale, 2);
  }

  protected queryFor(change: Record<string, string | null>): Record<string, string | null> {
    return { sortering: this.sortering() ?? null, moment: this.moment() ?? null, ...change };
  }
}
