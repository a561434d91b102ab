import type { Block, Report } from '@award/documents/api';
import type { Words } from '@award/editions/contract';
import { editionTitle } from '@award/nominations/api';
import { dateInWords } from '@award/mail/api';
import type { ReleasedCorrection, ReleasedText } from './archive.queries';

/** The result and the jury's reasons as one document, each text in its own written form. */
export function releasedTexts(
  edition: { year: number; name: Words; sample: boolean },
  texts: readonly ReleasedText[],
  corrections: readonly ReleasedCorrection[],
): Report {
  const classes = [...new Set(texts.map(({ className }) => className.nb))];
  return {
    layout: 'report',
    language: 'nb',
    title: 'Finalister, vinnere og begrunnelser',
    over: editionTitle(edition.name, edition.year, 'nb'),
    under: 'Slik resultatet ble offentliggjort',
    foot: String(edition.year),
    sample: edition.sample,
    blocks: classes.flatMap((name): Block[] => [
      { kind: 'heading', level: 1, text: name },
      ...texts.filter(({ className }) => className.nb === name).flatMap(blocksOf),
      ...corrections
        .filter(({ className }) => className.nb === name)
        .map(({ at, note }): Block => ({
          kind: 'text',
          text: `Rettet ${dateInWords(at, 'nb')}: ${note}`,
          language: 'nb',
        })),
    ]),
  };
}

function blocksOf({ municipality, county, winner, text, writtenForm }: ReleasedText): Block[] {
  const heading = `${municipality} (${county}), ${winner ? 'vinner' : 'finalist'}`;
  return [
    { kind: 'heading', level: 2, text: heading },
    ...(text ? [{ kind: 'text', text, language: writtenForm ?? 'nb' } as const] : []),
  ];
}
