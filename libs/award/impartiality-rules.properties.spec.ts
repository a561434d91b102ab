import fc from 'fast-check';
import {
  type Ground,
  GROUNDS,
  type KnownTies,
  mayOpen,
  maySeeAggregate,
  type NamedInEntry,
  standing,
  stillToDeclare,
  suggestedGrounds,
} from './impartiality-rules';

const day = (number: number) => new Date(Date.UTC(2027, 0, number));

describe('whatever is declared and ruled', () => {
  const entries = ['a', 'b', 'c'];
  const declaration = fc.record({
    seat: fc.constant('me'),
    entry: fc.constantFrom(...entries),
    ground: fc.option(fc.constantFrom(...GROUNDS)),
    at: fc.integer({ min: 1, max: 20 }).map(day),
  });
  const ruling = fc.record({
    seat: fc.constant('me'),
    entry: fc.constantFrom(...entries),
    outcome: fc.constantFrom('impartial' as const, 'recused' as const),
    at: fc.integer({ min: 1, max: 20 }).map(day),
  });
  const history = fc.record({
    declarations: fc.uniqueArray(declaration, { selector: (one) => one.at.getTime() }),
    rulings: fc.uniqueArray(ruling, { selector: (one) => one.at.getTime() }),
    scope: fc.constantFrom('class' as const, 'entry' as const),
  });
  const me = { seat: 'me', entriesOfClass: entries.map((entry) => ({ entry })) };

  it('does not depend on the order in which it is read', () => {
    fc.assert(
      fc.property(history, ({ declarations, rulings, scope }) => {
        const there = standing({ ...me, declarations, rulings, scope });
        const back = standing({
          ...me,
          declarations: [...declarations].reverse(),
          rulings: [...rulings].reverse(),
          scope,
        });
        expect(back).toEqual(there);
      }),
    );
  });

  it('opens nothing while one entry is undeclared, nor what is recused', () => {
    fc.assert(
      fc.property(history, ({ declarations, rulings, scope }) => {
        const member = standing({ ...me, declarations, rulings, scope });
        const undeclared = stillToDeclare(member).length > 0;
        for (const entry of entries) {
          const opens = mayOpen(member, entry).allowed;
          expect(opens && undeclared).toBe(false);
          expect(opens && member.entries[entry] === 'recused').toBe(false);
        }
        if (maySeeAggregate(member).allowed) {
          expect(entries.every((entry) => mayOpen(member, entry).allowed)).toBe(true);
        }
      }),
    );
  });
});

describe('suggested grounds', () => {
  const member: KnownTies = {
    organisationNumbers: ['938795592'],
    municipalities: ['fjordvik'],
    region: { house: 'NHO', name: 'Nordland' },
  };
  const entry: NamedInEntry = {
    municipality: 'dalby',
    partnerOrganisations: [],
    neighbours: [],
    proposedBy: [],
  };

  it.each<[string, Partial<NamedInEntry>, readonly Ground[]]>([
    ['for a stranger are none', {}, []],
    ['where the member works is employment', { municipality: 'fjordvik' }, ['employment']],
    ['also as a neighbour that takes part', { neighbours: ['fjordvik'] }, ['employment']],
    [
      'a partner that is the member’s is ownership',
      { partnerOrganisations: ['938795592'] },
      ['ownership'],
    ],
    [
      'a tip from the own region is having proposed',
      { proposedBy: [{ house: 'NHO', name: 'Nordland' }] },
      ['proposed'],
    ],
    [
      'a tip from the other house’s region is none',
      { proposedBy: [{ house: 'KS', name: 'Nordland' }] },
      [],
    ],
    [
      'all three at once are all three',
      {
        municipality: 'fjordvik',
        partnerOrganisations: ['938795592'],
        proposedBy: [{ house: 'NHO', name: 'Nordland' }],
      },
      ['employment', 'ownership', 'proposed'],
    ],
  ])('%s', (_, change, expected) => {
    expect(suggestedGrounds(member, { ...entry, ...change })).toEqual(expected);
  });

  it('are none from a tip for a member without a region', () => {
    const proposedBy = [{ house: 'NHO' as const, name: 'Nordland' }];
    expect(suggestedGrounds({ ...member, region: null }, { ...entry, proposedBy })).toEqual([]);
  });
});
