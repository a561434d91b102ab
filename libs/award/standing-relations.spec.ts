import {
  mayRegister,
  type EntryTies,
  type Relation,
  RELATION_TYPES,
  stillMatters,
  suggestedConflicts,
} from './standing-relations';

const ENTRY: EntryTies = {
  municipality: 'rauma',
  related: ['old-rauma'],
  neighbours: ['molde'],
  bordering: ['vestnes', 'molde'],
  partners: [
    { number: '923609016', name: 'Fjordkraft Sveis AS' },
    { number: null, name: 'Romsdal Næringsforum' },
  ],
  proposedBy: [{ number: null, name: 'NHO Møre og Romsdal' }],
};
const relation = (given: Partial<Relation>): Relation => ({
  id: 'r',
  type: 'employment',
  municipality: null,
  business: null,
  fromYear: null,
  toYear: null,
  ...given,
});
const business = (name: string, number: string | null = null) => ({ name, number });

describe('what a relation suggests about an entry', () => {
  it.each([
    ['an employee of the municipality', { municipality: 'rauma' }, 'municipality', 'employment'],
    ['an office there', { type: 'office', municipality: 'rauma' }, 'municipality', 'office'],
    ['family there', { type: 'family', municipality: 'rauma' }, 'municipality', 'kin'],
    ['whoever lives there', { type: 'residence', municipality: 'rauma' }, 'municipality', null],
    ['the municipality that it came from', { municipality: 'old-rauma' }, 'merged', 'employment'],
    ['a neighbour that takes part', { municipality: 'molde' }, 'neighbour', 'employment'],
    [
      'the board of a partner, by number whatever the name',
      { type: 'board', business: business('Sveis', '923609016') },
      'partner',
      'board',
    ],
    [
      'an owner of a partner, by name without the form of company',
      { type: 'ownership', business: business('fjordkraft  SVEIS') },
      'partner',
      'ownership',
    ],
    [
      'earlier work for a partner without a number',
      { type: 'earlier-work', business: business('Romsdal Næringsforum SA', '974760673') },
      'partner',
      'earlier-work',
    ],
    [
      'work for the region that tipped',
      { business: business('NHO Møre og Romsdal') },
      'tip',
      'proposed',
    ],
  ] as const)('%s', (_case, given, link, ground) => {
    expect(suggestedConflicts([relation(given)], ENTRY, 2027)).toEqual([
      { relation: 'r', link, ground },
    ]);
  });

  it.each([
    ['another municipality', { municipality: 'oslo' }],
    ['a business that is no partner', { business: business('Noe annet AS', '974760673') }],
    [
      'the same name with another number',
      { business: business('Fjordkraft Sveis AS', '974760673') },
    ],
    ['whoever lives next door', { type: 'residence', municipality: 'vestnes' }],
    ['whoever lives in a neighbour', { type: 'residence', municipality: 'molde' }],
    ['what ended three years ago', { municipality: 'rauma', toYear: 2024 }],
    ['what has not begun', { municipality: 'rauma', fromYear: 2028 }],
  ] as const)('nothing from %s', (_case, given) => {
    expect(suggestedConflicts([relation(given)], ENTRY, 2027)).toEqual([]);
  });

  it('tells of a tie next door without a ground, and of the nearer link where there are two', () => {
    const next = relation({ id: 'next', municipality: 'vestnes' });
    const both = relation({ id: 'both', municipality: 'molde' });
    expect(suggestedConflicts([next, both], ENTRY, 2027)).toEqual([
      { relation: 'next', link: 'border', ground: null },
      { relation: 'both', link: 'neighbour', ground: 'employment' },
    ]);
  });

  it('keeps the order of the relations', () => {
    const all = [
      relation({ id: 'b', municipality: 'rauma' }),
      relation({ id: 'x', municipality: 'oslo' }),
      relation({ id: 'a', type: 'board', business: business('Romsdal Næringsforum') }),
    ];
    expect(suggestedConflicts(all, ENTRY, 2027).map((one) => one.relation)).toEqual(['b', 'a']);
  });
});

describe('when a tie still matters', () => {
  it.each([
    [null, null, true],
    [2010, null, true],
    [2010, 2025, true],
    [2010, 2024, false],
    [2027, null, true],
    [2028, null, false],
  ])('from %s to %s in 2027: %s', (fromYear, toYear, matters) => {
    expect(stillMatters({ fromYear, toYear }, 2027)).toBe(matters);
  });
});

describe('what can be registered', () => {
  it.each(RELATION_TYPES)('%s of a municipality', (type) => {
    expect(mayRegister(relation({ type, municipality: 'rauma' }))).toEqual({ allowed: true });
  });
  it.each([
    ['neither municipality nor business', {}, 'incomplete-form'],
    ['both', { municipality: 'rauma', business: business('A') }, 'incomplete-form'],
    ['a business without a name', { business: business('  ') }, 'incomplete-form'],
    ['living in a business', { type: 'residence', business: business('A') }, 'incomplete-form'],
    ['years backwards', { municipality: 'rauma', fromYear: 2020, toYear: 2019 }, 'timetable-order'],
  ] as const)('not %s', (_case, given, reason) => {
    expect(mayRegister(relation(given))).toEqual({ allowed: false, reason });
  });
});
