import { type Draft, savedAs, takeIn, toldOf, writtenSince } from './draft';

interface Fields {
  who: string;
  note: string;
}

const NOTHING: Fields = { who: '', note: '' };
const opened = takeIn(undefined, NOTHING, 1);
const typing = (draft: Draft<Fields>, part: Partial<Fields>): Draft<Fields> => ({
  ...draft,
  typed: { ...draft.typed, ...part },
});
const kari = typing(opened, { who: 'Kari ' });
const sent = kari.typed;

describe('what is typed when a version comes', () => {
  it.each<[string, Draft<Fields>, Fields, Fields, number]>([
    [
      'is what came, when nothing was typed',
      opened,
      { who: 'Ola', note: '' },
      { who: 'Ola', note: '' },
      2,
    ],
    ['stays beside what came', kari, { who: '', note: 'Ola' }, { who: 'Kari ', note: 'Ola' }, 2],
    ['stays in place of what came, to be told of', kari, { who: 'Ola', note: '' }, sent, 1],
    ['stays in place of it once it was told of', toldOf(kari), { who: 'Ola', note: '' }, sent, 2],
    [
      'is what was saved, when nothing was typed since',
      savedAs(kari, sent),
      { who: 'Kari', note: '' },
      { who: 'Kari', note: '' },
      2,
    ],
    [
      'stays when it was typed while the save was under way',
      savedAs(typing(kari, { who: 'Kari Vik', note: 'Fra høyre' }), sent),
      { who: 'Kari', note: '' },
      { who: 'Kari Vik', note: 'Fra høyre' },
      2,
    ],
    [
      'stays empty when it was taken back while the save was under way',
      savedAs(typing(kari, { who: '' }), sent),
      { who: 'Kari', note: '' },
      NOTHING,
      2,
    ],
  ])('%s', (_, draft, came, typed, upon) => {
    expect(takeIn(draft, came, 2)).toMatchObject({ typed, upon, base: came, version: 2 });
  });

  it('is not saved upon a third version either before the second was told of', () => {
    const behind = takeIn(takeIn(kari, { who: 'Ola', note: '' }, 2), { who: 'Ola', note: 'x' }, 3);
    expect(behind).toMatchObject({ typed: { who: 'Kari ', note: 'x' }, upon: 1 });
    expect(toldOf(behind).upon).toBe(3);
  });

  it('is known to have been typed since it was sent', () => {
    expect([writtenSince(kari, sent), writtenSince(kari, NOTHING)]).toEqual([false, true]);
  });

  it('stays as it is when the same version comes again', () => {
    expect(takeIn(kari, { who: 'Ola', note: '' }, 1)).toBe(kari);
  });
});
