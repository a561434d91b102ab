import fc from 'fast-check';
import { readScoreFile, ScoreFileRefused } from './score-file';

type Row = readonly [judge: string, entry: string, criterion: string, score: number | string];

const META = {
  scale: { min: 1, max: 10 },
  direction: 'higher',
  views: [{ id: 'v', weights: { c: 1 } }],
};

const csvOf = (rows: readonly Row[]) =>
  ['judge,entry,criterion,score', ...rows.map((row) => row.join(','))].join('\n');

const refusal = (csv: string, meta: string | object = META) => {
  try {
    readScoreFile(csv, typeof meta === 'string' ? meta : JSON.stringify(meta));
    return 'read';
  } catch (error) {
    if (error instanceof ScoreFileRefused) return error.code;
    throw error;
  }
};

describe('a file of scores', () => {
  const good = csvOf([['a', 'p', 'c', 4]]);

  it.each<[string, string]>([
    ['with a byte-order mark', `\uFEFF${good}`],
    ['with line ends of Windows', good.replace(/\n/g, '\r\n')],
    ['with line ends of old', good.replace(/\n/g, '\r')],
    ['with quotes', 'judge,entry,criterion,score\n"a","p","c","4"\n'],
    ['with the columns in another order', 'score,criterion,entry,judge\n4,c,p,a'],
    ['with a column more', 'judge,entry,criterion,score,note\na,p,c,4,"well, ""good"""'],
    ['with empty lines', `\n${good}\n\n  \n`],
    ['with a score as decimal', csvOf([['a', 'p', 'c', '4.0']])],
  ])('is read %s', (_, csv) => {
    const { scores } = readScoreFile(csv, JSON.stringify(META));
    expect(scores.get('a')?.get('p')?.get('c')).toBe(4);
  });

  it('keeps commas, quotes and line ends within quotes', () => {
    const { scores } = readScoreFile(
      'judge,entry,criterion,score\n"a, ""b""\nc",p,c,4',
      JSON.stringify(META),
    );
    expect([...scores.keys()]).toEqual(['a, "b"\nc']);
  });

  it.each<[string, string, object | string, string]>([
    ['nothing', '', META, 'BAD_INPUT'],
    ['no header', 'a,p,c,4', META, 'BAD_INPUT'],
    ['a header without the criterion', 'judge,entry,score\na,p,4', META, 'BAD_INPUT'],
    ['a column twice', 'judge,judge,entry,criterion,score\na,a,p,c,4', META, 'BAD_INPUT'],
    ['a row that is short', csvOf([]) + '\na,p,c', META, 'BAD_INPUT'],
    ['a row that is long', csvOf([]) + '\na,p,c,4,5', META, 'BAD_INPUT'],
    ['an empty judge', csvOf([[' ', 'p', 'c', 4]]), META, 'BAD_INPUT'],
    ['an empty score', csvOf([['a', 'p', 'c', '']]), META, 'BAD_INPUT'],
    ['NaN', csvOf([['a', 'p', 'c', 'NaN']]), META, 'BAD_INPUT'],
    ['infinity', csvOf([['a', 'p', 'c', 'Infinity']]), META, 'BAD_INPUT'],
    ['a hexadecimal number', csvOf([['a', 'p', 'c', '0x4']]), META, 'BAD_INPUT'],
    ['a word for a score', csvOf([['a', 'p', 'c', 'good']]), META, 'BAD_INPUT'],
    ['a quote that is never closed', 'judge,entry,criterion,score\n"a,p,c,4', META, 'BAD_INPUT'],
    ['text after a quote', 'judge,entry,criterion,score\n"a"b,p,c,4', META, 'BAD_INPUT'],
    ['an entry that is not listed', good, { ...META, entries: ['q'] }, 'BAD_INPUT'],
    [
      'the same score twice',
      csvOf([
        ['a', 'p', 'c', 4],
        ['a', 'p', 'c', 4],
      ]),
      META,
      'DUPLICATE_SCORE',
    ],
    ['a score above the scale', csvOf([['a', 'p', 'c', 11]]), META, 'OUT_OF_SCALE'],
    ['a score below it', csvOf([['a', 'p', 'c', 0]]), META, 'OUT_OF_SCALE'],
    [
      'a score between its steps',
      csvOf([['a', 'p', 'c', 4.5]]),
      { ...META, scale: { min: 1, max: 10, step: 1 } },
      'OUT_OF_SCALE',
    ],
    ['facts that are not JSON', good, '{', 'BAD_INPUT'],
    ['facts that are a list', good, '[]', 'BAD_INPUT'],
    ['no scale', good, { views: META.views }, 'BAD_INPUT'],
    ['a scale upside down', good, { ...META, scale: { min: 6, max: 1 } }, 'BAD_INPUT'],
    ['a scale without steps', good, { ...META, scale: { min: 1, max: 6, step: 0 } }, 'BAD_INPUT'],
    ['another direction', good, { ...META, direction: 'up' }, 'BAD_INPUT'],
    ['no views', good, { scale: META.scale }, 'BAD_INPUT'],
    ['a view without weights', good, { ...META, views: [{ id: 'v' }] }, 'BAD_INPUT'],
    [
      'two views of one name',
      good,
      { ...META, views: [...META.views, ...META.views] },
      'BAD_INPUT',
    ],
    [
      'a negative weight',
      good,
      { ...META, views: [{ id: 'v', weights: { c: 2, d: -1 } }] },
      'BAD_INPUT',
    ],
    [
      'a weight in words',
      good,
      { ...META, views: [{ id: 'v', weights: { c: '1' } }] },
      'BAD_INPUT',
    ],
    ['an entry listed twice', good, { ...META, entries: ['p', 'p'] }, 'BAD_INPUT'],
    [
      'weights of nothing',
      good,
      { ...META, views: [{ id: 'v', weights: { c: 0 } }] },
      'ZERO_WEIGHTS',
    ],
    ['no weights', good, { ...META, views: [{ id: 'v', weights: {} }] }, 'ZERO_WEIGHTS'],
  ])('is refused with %s', (_, csv, meta, code) => {
    expect(refusal(csv, meta)).toBe(code);
  });

  it('of any text is read or refused, and nothing else happens', () => {
    fc.assert(
      fc.property(fc.string(), fc.oneof(fc.json(), fc.string()), (csv, meta) => {
        expect(['read', 'BAD_INPUT', 'ZERO_WEIGHTS']).toContain(refusal(csv, meta));
        expect(['read', 'BAD_INPUT', 'OUT_OF_SCALE', 'DUPLICATE_SCORE']).toContain(
          refusal(`judge,entry,criterion,score\n${csv}`),
        );
      }),
    );
  });
});
