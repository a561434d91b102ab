import {
  houseOfTip,
  regionIsNamed,
  regionName,
  TIP_RELATIONS,
  type TipRelation,
} from './tip-rules';
import { no, type Verdict, yes } from './verdict';

describe('a tip', () => {
  it.each(TIP_RELATIONS.map((relation) => [relation] as const))(
    'from %s belongs to a house only when a region sends it',
    (relation) => {
      const houses: Partial<Record<TipRelation, string>> = {
        'ks-region': 'KS',
        'nho-region': 'NHO',
      };
      expect(houseOfTip(relation)).toBe(houses[relation] ?? null);
    },
  );

  it.each<[TipRelation, string, Verdict]>([
    ['ks-region', 'KS Agder', yes],
    ['ks-region', ' ', no('bad-input')],
    ['business', '', yes],
    ['business', 'NHO Vestland', no('bad-input')],
  ])('from %s with the region «%s»', (relation, region, expected) => {
    expect(regionIsNamed(relation, region)).toEqual(expected);
  });

  it.each([
    ['NHO', 'Vestland', 'NHO Vestland'],
    ['NHO', ' nho  vestland ', 'NHO Vestland'],
    ['NHO', 'NHO Møre og Romsdal', 'NHO Møre og Romsdal'],
    ['KS', 'ks agder', 'KS Agder'],
    ['KS', 'KSX', 'KS KSX'],
    ['KS', 'øst', 'KS Øst'],
  ] as const)('names a region of %s by its whole name: «%s»', (house, written, expected) => {
    expect(regionName(house, written)).toBe(expected);
  });
});
