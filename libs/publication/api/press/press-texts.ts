import type { ReleaseText, ReleaseWords } from '@award/award';
import type { PressText, PublicClass, PublicEntry } from '@award/publication/contract';
import { dateInWords } from '@award/mail/api';
import type { EditionResults } from '../edition-pages';
import { inLanguage, type Language } from '../public-language';
import { type DecidedEdition, finalistsDecided, winnerDecided } from '../sealed-payload';
import { listed, PRESS_WORDS, titleThatFits } from './press-words';

/** Who is told of in one class. */
interface ToldClass {
  readonly name: string;
  readonly entries: readonly { readonly name: string; readonly county: string }[];
}

/**
 * What can be printed of an edition, the newest first: the winners of each class that are out, and the
 * finalists. The written text first, or a plain one where none is told; then the jury's own words.
 */
export function pressTexts(results: EditionResults, language: Language): PressText[] {
  const { edition, classes, texts } = results;
  const words = PRESS_WORDS[language];
  const award = awardIn(edition.name, edition.year);
  const standing = classes.map((group) => ({ group, entries: group.finalists.filter(remains) }));
  const made = (
    scope: string,
    className: string | null,
    plain: ReleaseWords,
    told: readonly { group: PublicClass; entries: readonly PublicEntry[] }[],
  ): PressText => {
    const written = texts[scope];
    const { title, text } = written ?? plain;
    return {
      about: scope === 'all' ? 'finalists' : 'winners',
      scope,
      className,
      language: written?.language ?? language,
      title: edition.sample ? `${words.sample}: ${title}` : title,
      paragraphs: paragraphsOf(text),
      more: [
        ...told.flatMap(({ entries }) =>
          entries.flatMap(({ name, justification }) =>
            justification ? [words.justified(name, inOneParagraph(justification))] : [],
          ),
        ),
        ...told.flatMap(({ group }) =>
          group.corrections.map(({ at, note }) =>
            words.corrected(dateInWords(new Date(at), language), note),
          ),
        ),
        words.about,
      ],
    };
  };
  const winners = standing
    .map(({ group, entries }) => ({ group, entries: entries.filter(({ winner }) => winner) }))
    .filter(({ entries }) => entries.length > 0);
  const all = standing.map(({ group, entries }) => ({ name: group.name, entries }));
  const took = classes.reduce((sum, { entries }) => sum + (entries ?? 0), 0);
  return [
    ...winners.map(({ group, entries }) =>
      made(group.code, group.name, plainWinners(award, { name: group.name, entries }, language), [
        { group, entries },
      ]),
    ),
    ...(all.some(({ entries }) => entries.length > 0)
      ? [made('all', null, plainFinalists(award, all, took, language), standing)]
      : []),
  ];
}

/** A plain text of what is decided, to begin on; null while it is not. */
export function suggestedText(
  { name, year, classes }: DecidedEdition,
  scope: string,
  entries: number,
): ReleaseText | null {
  const one = classes.find(({ code }) => code === scope);
  const decided = one ? [winnerDecided(one)] : classes.map(finalistsDecided);
  if (decided.some(({ allowed }) => !allowed)) return null;
  const made = (language: Language): ReleaseWords => {
    const award = awardIn(inLanguage(name, language), year);
    const told = (one ? [one] : classes).map((group) => ({
      name: inLanguage(group.name, language),
      entries: (one ? group.winners : group.finalists).map(({ municipality, county }) => ({
        name: municipality,
        county,
      })),
    }));
    const [only] = told;
    return one && only
      ? plainWinners(award, only, language)
      : plainFinalists(award, told, entries, language);
  };
  return { nb: made('nb'), nn: made('nn'), en: made('en') };
}

function plainWinners(
  award: string,
  { name, entries }: ToldClass,
  language: Language,
): ReleaseWords {
  const words = PRESS_WORDS[language];
  const winners = namesOf(entries, language);
  return {
    title: titleThatFits(words.winnersTitle(winners, award), words.winnersAlone(winners)),
    text: entries.map((entry) => words.winner(entry.name, entry.county, name)).join('\n\n'),
  };
}

function plainFinalists(
  award: string,
  classes: readonly ToldClass[],
  took: number,
  language: Language,
): ReleaseWords {
  const words = PRESS_WORDS[language];
  const all = classes.flatMap(({ entries }) => entries);
  return {
    title: titleThatFits(words.finalistsTitle(award)),
    text: [
      words.finalistsLead(namesOf(all, language), took),
      ...classes.map(({ name, entries }) => words.classOf(name, namesOf(entries, language))),
    ].join('\n\n'),
  };
}

function namesOf(entries: ToldClass['entries'], language: Language): string {
  return listed(
    entries.map(({ name }) => name),
    PRESS_WORDS[language].and,
  );
}

function awardIn(name: string, year: number): string {
  return name.includes(String(year)) ? name : `${name} ${year}`;
}

function remains({ withdrawnAt }: PublicEntry): boolean {
  return withdrawnAt === null;
}

function paragraphsOf(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map(inOneParagraph)
    .filter((part) => part !== '');
}

function inOneParagraph(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
