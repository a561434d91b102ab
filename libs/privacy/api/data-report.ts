import type { Block, Report } from '@award/documents/api';
import type { Language } from '@award/mail/api';
import type { DataAboutView, DataSection } from '@award/privacy/contract';
import { inWords } from './data-document';
import { privacyWords } from './privacy-words';

/** What fits side by side on a page. */
const MOST_COLUMNS = 4;

/** What is held about a person as a document of pages. */
export function dataReport(
  { emails, sections, keptBack }: DataAboutView,
  language: Language,
): Report {
  const words = privacyWords[language];
  return {
    layout: 'report',
    language,
    title: words.heading,
    over: '',
    under: '',
    foot: words.heading,
    sample: false,
    blocks: [
      { kind: 'text', text: words.lead },
      { kind: 'list', items: emails },
      ...sections.flatMap((section) => blocksOf(section, language)),
      { kind: 'heading', level: 1, text: words.keptBackHeading },
      { kind: 'list', items: keptBack },
    ],
  };
}

/** Few columns stand as a table; rows with more, and those with long texts, each by itself. */
function blocksOf({ title, rows }: DataSection, language: Language): Block[] {
  const { columns } = privacyWords[language];
  const names = Object.keys(rows[0] ?? {});
  const heads = names.map((name) => columns[name] ?? name);
  const cells = rows.map((row) => names.map((name) => inWords(row[name] ?? null, language)));
  const heading: Block = { kind: 'heading', level: 1, text: title };
  if (names.length <= MOST_COLUMNS) return [heading, { kind: 'table', head: heads, rows: cells }];
  return [
    heading,
    ...cells.flatMap((values, at): Block[] => [
      ...(rows.length > 1
        ? [{ kind: 'heading', level: 2, text: `${title} ${at + 1}` } as const]
        : []),
      {
        kind: 'facts',
        rows: values.flatMap((value, place) =>
          value === '' ? [] : [[heads[place] ?? '', value] as const],
        ),
      },
    ]),
  ];
}
