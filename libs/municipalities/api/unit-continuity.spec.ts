import { continuityOf } from './unit-continuity';

const unknown = { old: () => null, new: () => null };
const change = (pair: string) => {
  const [oldNumber = '', newNumber = ''] = pair.split(' → ');
  return { oldNumber, newNumber };
};

describe('which municipality goes on when numbers change', () => {
  it.each<[string, string[], string[], string[]]>([
    ['a renumbering keeps the municipality', ['0604 → 3006'], ['3006 is 0604'], []],
    [
      'one that takes in others and keeps its number goes on',
      ['1103 → 1103', '1141 → 1103'],
      ['1103 is 1103'],
      ['1141 → 1103 merged'],
    ],
    [
      'a merger under a new number is a new municipality, also under an old name',
      ['0713 → 3802', '0715 → 3802'],
      [],
      ['0713 → 3802 merged', '0715 → 3802 merged'],
    ],
    [
      'a divided municipality ends in several',
      ['5012 → 5055', '5011 → 5055', '5012 → 5059', '5016 → 5059'],
      [],
      ['5012 → 5055 divided', '5011 → 5055 merged', '5012 → 5059 divided', '5016 → 5059 merged'],
    ],
    [
      'one that gives off a part and keeps its number goes on',
      ['1507 → 1507', '1507 → 1580'],
      ['1507 is 1507'],
      ['1507 → 1580 separated'],
    ],
    [
      'two that swap numbers both go on',
      ['1111 → 2222', '2222 → 1111'],
      ['2222 is 1111', '1111 is 2222'],
      [],
    ],
    ['a change told twice is one change', ['0604 → 3006', '0604 → 3006'], ['3006 is 0604'], []],
  ])('%s', (_, changes, continues, successions) => {
    const found = continuityOf(changes.map(change), unknown);
    expect([...found.continues].map(([number, old]) => `${number} is ${old}`)).toEqual(continues);
    expect(
      found.successions.map((one) => `${one.oldNumber} → ${one.newNumber} ${one.kind}`),
    ).toEqual(successions);
  });

  it('lets the organisation number tell which part of a divided municipality goes on', () => {
    const found = continuityOf(['1507 → 1508', '1507 → 1580'].map(change), {
      old: () => '920415288',
      new: (number) => (number === '1508' ? '920415288' : null),
    });
    expect([...found.continues]).toEqual([['1508', '1507']]);
    expect(found.successions).toEqual([
      { oldNumber: '1507', newNumber: '1580', kind: 'separated' },
    ]);
  });

  it('does not take two unknown organisation numbers for the same', () => {
    const found = continuityOf(['1507 → 1508', '1507 → 1580'].map(change), unknown);
    expect(found.continues.size).toBe(0);
  });
});
