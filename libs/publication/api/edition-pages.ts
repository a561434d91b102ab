import { Injectable } from '@nestjs/common';
import {
  liveLineOf,
  type Postponable,
  publicLineOf,
  type ReleaseLanguage,
  releaseTextIn,
  type ReleaseWords,
} from '@award/award';
import { whenInWords } from '@award/mail/api';
import { outlineOf } from '@award/municipalities/api';
import type {
  ArchivePageView,
  EarlierWinner,
  EditionPageView,
  FrontPageView,
  JuryPageView,
  LivePageView,
  MovedTime,
  PublicClass,
  PublicEdition,
  PublicEntry,
} from '@award/publication/contract';
import { imageViews } from './images/image-views';
import {
  type EditionRow,
  type EntryRow,
  JURY,
  type JuryRow,
  PUBLIC_EDITIONS,
  RELEASED_OF_EDITIONS,
  type ReleasedRow,
  RELEASES,
} from './public.queries';
import { awardMap } from './award-map';
import { inLanguage, type Language } from './public-language';
import { PublicDatabase } from './public-database';

/** An edition whose finalists are out. */
export interface EditionResults {
  edition: PublicEdition;
  classes: PublicClass[];
  /** When each scope (`all` for the finalists, a class for its winner) was released; null for what was published before. */
  releasedAt: Readonly<Record<string, string | null>>;
  /** What was sent out with each scope, in the language asked for or in bokmål; scopes without one are not there. */
  texts: Readonly<Record<string, ToldWords>>;
}

/** That something is told later than it was to be. */
export interface PostponedNews {
  edition: PublicEdition;
  field: Postponable;
  from: Date;
  to: Date;
  at: Date;
}

/** The words of a release, and the language that they are in. */
export interface ToldWords extends ReleaseWords {
  readonly language: ReleaseLanguage;
}

/** The public pages about editions. At most two statements a page. */
@Injectable()
export class EditionPages {
  constructor(private readonly db: PublicDatabase) {}

  async front(language: Language): Promise<FrontPageView> {
    const editions = await this.editions();
    const entries = await this.entries(editions);
    const current = currentOf(editions);
    return {
      kind: 'front',
      edition: current && editionView(current, language),
      callText: current ? inLanguage(current.callText, language) : '',
      classes: current ? classViews(current, entries, language) : [],
      earlierWinners: editions
        .filter(({ id }) => id !== current?.id)
        .flatMap((edition) => winnersOf(edition, entries, language)),
    };
  }

  async live(language: Language, revision: number): Promise<LivePageView> {
    const current = currentOf(await this.editions());
    if (current === null) return { kind: 'live', revision, edition: null, classes: [] };
    const entries = withoutWinners(await this.entries([current]), current.held);
    return {
      kind: 'live',
      revision,
      edition: {
        ...editionView(current, language),
        line: liveLineOf(current.phase, outOf(current)),
      },
      classes: classViews(withoutHeld(current), entries, language),
    };
  }

  async archive(language: Language): Promise<ArchivePageView> {
    const editions = (await this.editions()).filter(({ released }) => released.includes('all'));
    const entries = await this.entries(editions);
    return {
      kind: 'archive',
      map: awardMap(editions, entries, language),
      editions: editions.map((edition) => {
        const { year, name, line, sample, asPublished, announcementAt } = editionView(
          edition,
          language,
        );
        return {
          year,
          name,
          line,
          sample,
          asPublished,
          announcementAt,
          classes: edition.classes.map((one) => ({
            code: one.code,
            name: inLanguage(one.name, language),
            winnersReleased: edition.released.includes(one.code),
            finalists: of(edition, one.code, entries).map((entry) => ({
              number: entry.number,
              name: entry.name,
              county: entry.county,
              winner: entry.winner,
            })),
          })),
        };
      }),
    };
  }

  /** Null when the public knows of no edition of the year. */
  async edition(year: number, language: Language): Promise<EditionPageView | null> {
    const editions = await this.editions();
    const at = editions.findIndex((edition) => edition.year === year);
    const edition = editions[at];
    if (edition === undefined) return null;
    const entries = await this.entries([edition]);
    return {
      kind: 'edition',
      map: awardMap([edition], entries, language),
      edition: editionView(edition, language),
      classes: classViews(edition, entries, language),
      previousYear: editions[at + 1]?.year ?? null,
      nextYear: editions[at - 1]?.year ?? null,
    };
  }

  async jury(language: Language): Promise<JuryPageView> {
    const current = currentOf(await this.editions());
    const [jury]: JuryRow[] = current ? await this.db.query(JURY, [current.id]) : [];
    return {
      kind: 'jury',
      edition: current && editionView(current, language),
      quorum: jury?.quorum ?? null,
      criteria: (jury?.criteria ?? []).map(({ name, weight }) => ({
        name: inLanguage(name, language),
        weight,
      })),
      classes: (current?.classes ?? []).map((one) => ({
        code: one.code,
        name: inLanguage(one.name, language),
        minPopulation: one.minPopulation,
        maxPopulation: one.maxPopulation,
        entries: one.entries,
        finalists: jury?.numbers[one.code]?.finalists ?? 0,
        winners: jury?.numbers[one.code]?.winners ?? 0,
        members: (jury?.members ?? [])
          .filter(({ classCode }) => classCode === one.code)
          .map((juror) => ({ name: juror.name, house: juror.house, role: juror.role })),
      })),
      steppedOut: jury?.steppedOut ?? [],
    };
  }

  /** Every result there is, newest first, for the open data. */
  async results(language: Language): Promise<EditionResults[]> {
    const editions = (await this.editions()).filter(({ released }) => released.includes('all'));
    const entries = await this.entries(editions);
    const released: ReleasedRow[] = await this.db.query(RELEASES);
    return editions.map((edition) => ({
      edition: editionView(edition, language),
      classes: classViews(edition, entries, language),
      releasedAt: Object.fromEntries(
        released
          .filter(({ editionId }) => editionId === edition.id)
          .map(({ scope, at }) => [scope, at?.toISOString() ?? null]),
      ),
      texts: Object.fromEntries(
        released
          .filter(({ editionId }) => editionId === edition.id)
          .flatMap(({ scope, words }) => {
            const told = toldWords(words, language);
            return told ? [[scope, told] as const] : [];
          }),
      ),
    }));
  }

  /** What has been postponed in any edition that is under way, for the news. */
  async postponements(language: Language): Promise<PostponedNews[]> {
    return (await this.editions())
      .filter(({ phase }) => phase !== 'archived')
      .flatMap((row) =>
        row.moved.map(({ field, from, to, at }) => ({
          edition: editionView(row, language),
          field,
          from: new Date(from),
          to: new Date(to),
          at: new Date(at),
        })),
      );
  }

  private editions(): Promise<EditionRow[]> {
    return this.db.query(PUBLIC_EDITIONS);
  }

  private entries(editions: readonly EditionRow[]): Promise<EntryRow[]> {
    return this.db.query(RELEASED_OF_EDITIONS, [editions.map(({ id }) => id)]);
  }
}

function toldWords(words: ReleasedRow['words'], wanted: Language): ToldWords | null {
  const language = releaseTextIn(words, wanted);
  return words && language ? { language, ...words[language] } : null;
}

/** The edition that the front page is about: the newest that is under way, else the newest there is. */
function currentOf(editions: readonly EditionRow[]): EditionRow | null {
  return editions.find(({ phase }) => phase !== 'archived') ?? editions[0] ?? null;
}

export function editionView(row: EditionRow, language: Language): PublicEdition {
  const { id, year, sample, asPublished, referenceDate, event } = row;
  const instant = (at: Date | null) => at?.toISOString() ?? null;
  return {
    id,
    year,
    name: inLanguage(row.name, language),
    line: publicLineOf(
      row.phase,
      row.classes.map(({ code }) => ({ winnerReleased: row.released.includes(code) })),
    ),
    sample,
    asPublished,
    opensAt: instant(row.opensAt),
    deadline: instant(row.deadline),
    finalistsAt: instant(row.finalistsAt),
    announcementAt: instant(row.announcementAt),
    moved: {
      finalistsAt: movedTime(row, 'finalistsAt', language),
      announcementAt: movedTime(row, 'announcementAt', language),
    },
    referenceDate,
    event: event.name
      ? {
          name: event.name,
          form: event.form ?? 'hall',
          place: event.place ?? '',
          signUpUrl: event.signUpUrl ?? '',
          streamUrl: event.streamUrl ?? '',
        }
      : null,
  };
}

const MOVED_FROM: Readonly<Record<Language, (when: string) => string>> = {
  nb: (when) => `Utsatt fra ${when}`,
  nn: (when) => `Utsett frå ${when}`,
  en: (when) => `Postponed from ${when}`,
};

function movedTime(
  { moved }: EditionRow,
  field: Postponable,
  language: Language,
): MovedTime | null {
  const found = moved.find((one) => one.field === field);
  if (!found) return null;
  const from = new Date(found.from);
  return { from: from.toISOString(), words: MOVED_FROM[language](whenInWords(from, language)) };
}

function outOf({ classes, released, held }: EditionRow) {
  return classes.map(({ code }) => ({
    winnerReleased: released.includes(code),
    held: held.includes(code),
  }));
}

/** The edition as it stood before the winners that are held were told: a correction of one would tell it too. */
function withoutHeld(row: EditionRow): EditionRow {
  const { held } = row;
  return {
    ...row,
    released: row.released.filter((scope) => !held.includes(scope)),
    corrections: row.corrections.filter(({ classCode }) => !held.includes(classCode)),
  };
}

/** The entries of those classes in the order of the finalists, which no longer says who won. */
function withoutWinners(entries: readonly EntryRow[], held: readonly string[]): EntryRow[] {
  const told = entries.filter(({ classCode }) => !held.includes(classCode));
  const waiting = entries.filter(({ classCode }) => held.includes(classCode));
  return [
    ...told,
    ...waiting
      .map((entry) => ({ ...entry, winner: false }))
      .sort((one, other) => one.position - other.position),
  ];
}

function classViews(
  edition: EditionRow,
  entries: readonly EntryRow[],
  language: Language,
): PublicClass[] {
  return edition.classes.map(({ code, name, minPopulation, maxPopulation, entries: count }) => ({
    code,
    name: inLanguage(name, language),
    minPopulation,
    maxPopulation,
    entries: count,
    finalistsReleased: edition.released.includes('all'),
    winnersReleased: edition.released.includes(code),
    corrections: edition.corrections
      .filter(({ classCode }) => classCode === code)
      .map(({ kind, note, at }) => ({ kind, note, at: new Date(at).toISOString() })),
    finalists: of(edition, code, entries).map(entryView),
  }));
}

/** A text is hidden when its municipality has withdrawn and asked for it; the line that says so stays. */
function entryView(row: EntryRow): PublicEntry {
  return {
    number: row.number,
    name: row.name,
    county: row.county,
    nameNow: row.nameNow === row.name ? null : row.nameNow,
    outline: outlineOf(row.numberNow),
    population: row.population,
    populationDate: row.populationDate,
    populationSource: row.populationSource,
    winner: row.winner,
    images: row.textHidden ? [] : imageViews(row.images),
    justification: row.justification,
    writtenForm: row.writtenForm,
    source: row.source,
    withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
    textHidden: row.textHidden,
    correctedAt: row.correctedAt?.toISOString() ?? null,
    prizeWithdrawnAt: row.prizeWithdrawnAt?.toISOString() ?? null,
  };
}

function winnersOf(
  edition: EditionRow,
  entries: readonly EntryRow[],
  language: Language,
): EarlierWinner[] {
  return edition.classes.flatMap(({ code, name }) =>
    of(edition, code, entries)
      .filter(({ winner }) => winner)
      .map((entry) => ({
        number: entry.number,
        name: entry.name,
        county: entry.county,
        year: edition.year,
        classCode: code,
        className: inLanguage(name, language),
      })),
  );
}

function of(edition: EditionRow, classCode: string, entries: readonly EntryRow[]): EntryRow[] {
  return entries.filter((entry) => entry.editionId === edition.id && entry.classCode === classCode);
}
