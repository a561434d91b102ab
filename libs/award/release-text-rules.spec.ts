import {
  languagesWritten,
  maySaveReleaseText,
  releaseTextIn,
  type ReleaseText,
  releaseTextReady,
  RELEASE_TEXT_LIMITS,
  textOfCorrection,
} from './release-text-rules';
import { RELEASE_CONDITIONS, wayOut } from './release-readiness';
import { no, type Verdict, yes } from './verdict';

const NONE = { title: '', text: '' };
const SOME = { title: 'Finalistene er klare', text: 'Seks kommuner er nominert.' };
const text = (change: Partial<ReleaseText>): ReleaseText => ({
  nb: NONE,
  nn: NONE,
  en: NONE,
  ...change,
});

describe('the release text', () => {
  it.each<[string, ReleaseText | null, Verdict]>([
    ['nothing is written', null, no('release-text-missing')],
    ['only nynorsk and English', text({ nn: SOME, en: SOME }), no('release-text-missing')],
    ['bokmål without a title', text({ nb: { ...SOME, title: ' ' } }), no('release-text-missing')],
    ['bokmål without a text', text({ nb: { ...SOME, text: '\n' } }), no('release-text-missing')],
    ['bokmål alone', text({ nb: SOME }), yes],
    ['all three', text({ nb: SOME, nn: SOME, en: SOME }), yes],
  ])('stops the release or not: %s', (_, written, expected) => {
    expect(releaseTextReady(written)).toEqual(expected);
  });

  it('half a language is not written', () => {
    const half = text({ nb: SOME, nn: { ...SOME, text: '' }, en: SOME });
    expect(languagesWritten(half)).toEqual(['nb', 'en']);
  });

  it.each([
    ['nn', text({ nb: SOME, nn: SOME }), 'nn'],
    ['nn', text({ nb: SOME }), 'nb'],
    ['en', text({ nb: SOME, nn: SOME }), 'nb'],
    ['nb', null, null],
  ] as const)('a reader of %s gets what is written, else bokmål', (wanted, written, expected) => {
    expect(releaseTextIn(written, wanted)).toBe(expected);
  });

  const standing = { phase: true, sealed: false, current: 2, seen: 2 };
  it.each<[string, ReleaseText, Partial<typeof standing>, Verdict]>([
    ['on the newest version', text({ nb: SOME }), {}, yes],
    ['everything taken away again', text({}), {}, yes],
    ['outside the phases of a release', text({ nb: SOME }), { phase: false }, no('wrong-phase')],
    ['what is sealed', text({ nb: SOME }), { sealed: true }, no('already-sealed')],
    ['on an old version', text({ nb: SOME }), { seen: 1 }, no('stale-save')],
    [
      'a title that is too long',
      text({ nn: { ...SOME, title: 'a'.repeat(RELEASE_TEXT_LIMITS.title + 1) } }),
      {},
      no('text-too-long'),
    ],
    [
      'a text of just the length',
      text({ en: { ...SOME, text: 'å'.repeat(RELEASE_TEXT_LIMITS.text) } }),
      {},
      yes,
    ],
  ])('is saved or not: %s', (_, written, change, expected) => {
    expect(maySaveReleaseText(written, { ...standing, ...change })).toEqual(expected);
  });

  const [first, second] = [{ version: 1 }, { version: 2 }];
  it.each([
    ['a text that was mended keeps what stands', 'text', first, first, 1, first],
    ['a wrong name takes the text away', 'announcement', first, first, 1, null],
    ['so does a prize that is withdrawn', 'prize-withdrawn', first, first, 1, null],
    ['what is written since goes with it', 'announcement', first, second, 1, second],
    ['what was taken away never comes back', 'text', null, first, 1, null],
    ['but what is written after it does', 'announcement', null, second, 1, second],
    ['nothing was ever written', 'text', null, null, 0, null],
  ] as const)('in a correction: %s', (_, kind, standing, newest, lastTold, expected) => {
    expect(textOfCorrection(kind, { standing, newest, lastTold })).toBe(expected);
  });
});

describe('what a release waits for', () => {
  it('of what is written, three things stop it and no others, each with a way out', () => {
    const codes = Object.keys(RELEASE_CONDITIONS) as (keyof typeof RELEASE_CONDITIONS)[];
    const words = codes.filter((code) => RELEASE_CONDITIONS[code].ground === 'words');
    expect(words.map((code) => [code, wayOut(code)])).toEqual([
      ['justifications-sealed', 'justifications'],
      ['images-ready', 'images'],
      ['release-text', 'release-text'],
    ]);
  });
});
