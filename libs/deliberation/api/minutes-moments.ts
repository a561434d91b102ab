import type { Block } from '@award/documents/api';
import { type Language } from '@award/mail/api';
import { inLanguage } from '@award/nominations/api';
import type { MinutesPaper } from './minutes-document';
import type { MinutesWords } from './minutes-words';

type EntryName = (nominationId: string) => string;
type Fill = (words: string, values: Readonly<Record<string, string>>) => string;

interface Wording {
  words: MinutesWords;
  language: Language;
  entry: EntryName;
  filled: Fill;
}

/** What came up under way: decisions that were kept, and entries whose class was settled. */
export function moments({ content, classes }: MinutesPaper, say: Wording): Block[] {
  const { words, language, entry, filled } = say;
  const reviews = (content.reviews ?? []).map((one) =>
    filled(words.review, {
      kind: one.kind === 'finalists' ? words.finalists : words.winner,
      for: String(one.votesFor),
      against: String(one.votesAgainst),
      reason: one.reason,
    }),
  );
  const questions = (content.classQuestions ?? []).map((one) => {
    const stands = one.outcome === 'move' ? one.toClass : one.fromClass;
    const name = classes[stands];
    return filled(one.outcome === 'move' ? words.classMoved : words.classKept, {
      entry: entry(one.nominationId),
      class: name ? inLanguage(name, language) : stands,
      for: String(one.inFavour),
      against: String(one.against),
      finding: one.finding,
      reason: one.reason,
      sheets: String(one.sheetsSetAside),
    });
  });
  return [...listed(words.reviews, reviews), ...listed(words.classQuestions, questions)];
}

/** What each entry was given, without names. */
export function scores({ content }: MinutesPaper, say: Wording): Block[] {
  const { words, language, entry } = say;
  const given = content.scores ?? [];
  if (given.length === 0) return [];
  const twice = given.some(({ firstRound }) => firstRound !== null);
  const figure = new Intl.NumberFormat(language === 'en' ? 'en' : 'nb', {
    maximumFractionDigits: 1,
  });
  const all = (values: readonly number[]) =>
    values.map((value) => figure.format(value)).join('\u00a0· ');
  return [
    { kind: 'heading', level: 1, text: words.scores },
    { kind: 'text', text: words.scoresNote },
    {
      kind: 'table',
      head: [
        words.place,
        words.entry,
        words.mean,
        words.given,
        ...(twice ? [words.firstRound] : []),
      ],
      rows: given.map((one) => [
        one.place === null ? '–' : String(one.place),
        entry(one.nominationId),
        one.mean === null ? '–' : figure.format(one.mean),
        all(one.values),
        ...(twice ? [all(one.firstRound ?? one.values)] : []),
      ]),
    },
  ];
}

function listed(heading: string, items: string[]): Block[] {
  return items.length === 0
    ? []
    : [
        { kind: 'heading', level: 1, text: heading },
        { kind: 'list', items },
      ];
}
