import type { PressText, PublicClass, PublicEntry } from '@award/publication/contract';
import { dateInWords } from '@award/mail/api';
import type { EditionResults } from '../edition-pages';
import type { Language } from '../public-language';
import { listed, PRESS_WORDS } from './press-words';

/** What can be printed of an edition, the newest first: the winners that are out, and the finalists. */
export function pressTexts({ edition, classes }: EditionResults, language: Language): PressText[] {
  const words = PRESS_WORDS[language];
  const standing = classes.map((group) => ({ group, entries: group.finalists.filter(remains) }));
  const winners = standing.flatMap(({ entries }) => entries.filter(({ winner }) => winner));
  const mark = (title: string) => (edition.sample ? `${words.sample}: ${title}` : title);
  const quotes = (entries: readonly PublicEntry[]) =>
    entries.flatMap(({ name, justification }) =>
      justification ? [words.justified(name, inOneParagraph(justification))] : [],
    );
  const names = (entries: readonly PublicEntry[]) =>
    listed(
      entries.map(({ name }) => name),
      words.and,
    );
  const award = edition.name.includes(String(edition.year))
    ? edition.name
    : `${edition.name} ${edition.year}`;
  const corrected = classes.flatMap(({ corrections }) =>
    corrections.map(({ at, note }) => words.corrected(dateInWords(new Date(at), language), note)),
  );
  const texts: PressText[] = [];
  if (winners.length > 0)
    texts.push({
      about: 'winners',
      title: mark(words.winnersTitle(names(winners), award)),
      paragraphs: [
        words.winnersLead(award),
        ...standing.flatMap(({ group, entries }) =>
          entries
            .filter(({ winner }) => winner)
            .map(({ name, county }) => words.winner(name, county, group.name)),
        ),
        ...quotes(winners),
        ...corrected,
        words.about,
      ],
    });
  const all = standing.flatMap(({ entries }) => entries);
  if (all.length > 0)
    texts.push({
      about: 'finalists',
      title: mark(words.finalistsTitle(award)),
      paragraphs: [
        words.finalistsLead(names(all), entriesOf(classes)),
        ...standing.map(({ group, entries }) => words.classOf(group.name, names(entries))),
        ...quotes(all),
        ...corrected,
        words.about,
      ],
    });
  return texts;
}

function remains({ withdrawnAt }: PublicEntry): boolean {
  return withdrawnAt === null;
}

function entriesOf(classes: readonly PublicClass[]): number {
  return classes.reduce((sum, { entries }) => sum + (entries ?? 0), 0);
}

function inOneParagraph(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
