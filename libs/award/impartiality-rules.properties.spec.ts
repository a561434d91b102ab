import fc from 'fast-check';
import { GROUNDS, mayOpen, maySeeAggregate, standing, stillToDeclare } from './impartiality-rules';

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
