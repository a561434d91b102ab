import { aMunicipality, aPopulation, aRegister, aVersion } from './fixtures/a-register';
import { checkRegister } from './register-checks';
import type { RegisterState, RegisterSuccession } from './register-state';

const mo = aMunicipality('m1101', [aVersion('1101', 'Mo', '2019-01-01')]);
const vik = aMunicipality('m1102', [aVersion('1102', 'Vik', '2019-01-01', '2020-01-01')]);
const intoMo: RegisterSuccession = {
  from: 'm1102',
  to: 'm1101',
  date: '2020-01-01',
  share: 1,
  kind: 'merged',
};

describe('a register is checked as a whole', () => {
  it('finds nothing wrong in two municipalities, the one gone into the other', () => {
    const register = aRegister(
      [mo, vik],
      [
        aPopulation('m1101', '2019-01-01', 10),
        aPopulation('m1102', '2019-01-01', 5),
        aPopulation('m1101', '2020-01-01', 15),
      ],
      [intoMo],
    );
    expect(
      checkRegister(register, {
        municipalities: { '2019-06-01': 2, '2020-06-01': 1 },
        nationalTotals: { '2019-01-01': 15, '2020-01-01': 15 },
      }),
    ).toEqual([]);
  });

  it.each<[string, RegisterState, string[]]>([
    [
      'the same key twice',
      aRegister([mo, { ...mo, versions: vik.versions }]),
      ['key-repeated: m1101'],
    ],
    ['a municipality without a version', aRegister([aMunicipality('m1', [])]), ['no-version: m1']],
    [
      'a number of three digits',
      aRegister([aMunicipality('m1', [aVersion('110', 'Mo', '2019-01-01')])]),
      ['number-not-four-digits: m1: 110 from 2019-01-01'],
    ],
    [
      'a county that is not the beginning of the number',
      aRegister([
        aMunicipality('m1', [aVersion('1101', 'Mo', '2019-01-01', null, { countyNumber: '12' })]),
      ]),
      ['county-not-prefix: m1: 1101 from 2019-01-01'],
    ],
    [
      'one county under two names',
      aRegister([
        mo,
        aMunicipality('m1105', [
          aVersion('1105', 'Li', '2019-01-01', null, { countyName: 'Rygjafylke' }),
        ]),
      ]),
      ['county-two-names: 11 on 2019-01-01: County 11, Rygjafylke'],
    ],
    [
      'a date that does not exist',
      aRegister([aMunicipality('m1', [aVersion('1101', 'Mo', '2019-02-30')])]),
      ['bad-date: m1: 1101 from 2019-02-30'],
    ],
    [
      'a version that ends before it begins',
      aRegister([aMunicipality('m1', [aVersion('1101', 'Mo', '2019-01-01', '2018-01-01')])]),
      ['validity-empty: m1: 1101 from 2019-01-01'],
    ],
    [
      'two versions at once',
      aRegister([
        aMunicipality('m1', [
          aVersion('1101', 'Mo', '2019-01-01'),
          aVersion('1190', 'Mo', '2020-01-01'),
        ]),
      ]),
      ['validity-overlaps: m1: 1101 from 2019-01-01'],
    ],
    [
      'a time without a version in between',
      aRegister([
        aMunicipality('m1', [
          aVersion('1101', 'Mo', '2019-01-01', '2019-12-31'),
          aVersion('1190', 'Mo', '2020-01-01'),
        ]),
      ]),
      ['validity-gap: m1: 1101 from 2019-01-01'],
    ],
    [
      'two municipalities with one number at a time',
      aRegister([mo, aMunicipality('m2', [aVersion('1101', 'Vik', '2020-01-01')])]),
      ['number-used-twice: 1101 from 2020-01-01'],
    ],
    [
      'a number taken again before it is free',
      aRegister([vik, aMunicipality('m2', [aVersion('1102', 'Os', '2019-12-31', '2021-01-01')])]),
      ['number-used-twice: 1102 from 2019-12-31'],
    ],
    [
      'an organisation number with a wrong check digit',
      aRegister([{ ...mo, organisationNumber: '938795593' }]),
      ['organisation-number-wrong: m1101: 938795593'],
    ],
    [
      'one organisation number for two',
      aRegister([
        { ...mo, organisationNumber: '938795592' },
        { ...vik, organisationNumber: '938795592' },
      ]),
      ['organisation-number-repeated: 938795592'],
    ],
    [
      'residents of nobody',
      aRegister([mo], [aPopulation('m1101', '2019-01-01', 1), aPopulation('m9', '2019-01-01', 1)]),
      ['population-unknown-municipality: m9 on 2019-01-01'],
    ],
    [
      'residents after the end',
      aRegister(
        [mo, vik],
        [aPopulation('m1101', '2021-01-01', 1), aPopulation('m1102', '2021-01-01', 1)],
      ),
      ['population-not-in-force: m1102 on 2021-01-01'],
    ],
    [
      'a count of another day',
      aRegister([mo], [aPopulation('m1101', '2019-07-01', 1)]),
      ['population-not-1-january: m1101 on 2019-07-01'],
    ],
    [
      'half a resident',
      aRegister([mo], [aPopulation('m1101', '2019-01-01', 0.5)]),
      ['population-not-a-count: m1101 on 2019-01-01: 0.5'],
    ],
    [
      'two counts of one day',
      aRegister(
        [mo],
        [aPopulation('m1101', '2019-01-01', 1), aPopulation('m1101', '2019-01-01', 2)],
      ),
      ['population-repeated: m1101 on 2019-01-01'],
    ],
    [
      'a municipality left out of a count',
      aRegister([mo, vik], [aPopulation('m1101', '2019-01-01', 1)]),
      ['population-missing: m1102 on 2019-01-01'],
    ],
    [
      'a passing into nobody',
      aRegister([vik], [], [intoMo]),
      ['succession-unknown-municipality: m1102 to m1101'],
    ],
    [
      'a passing into itself',
      aRegister([vik], [], [{ ...intoMo, to: 'm1102' }]),
      ['succession-to-itself: m1102 to m1102'],
    ],
    [
      'the same passing twice',
      aRegister([mo, vik], [], [intoMo, intoMo]),
      ['succession-repeated: m1102 to m1101'],
    ],
    [
      'more than all of it passing on',
      aRegister([mo, vik], [], [{ ...intoMo, share: 1.5 }]),
      ['succession-share-wrong: m1102 to m1101'],
    ],
    [
      'a merger on a day when nothing ended',
      aRegister([mo, vik], [], [{ ...intoMo, date: '2021-01-01' }]),
      ['succession-date-wrong: m1102 to m1101 on 2021-01-01'],
    ],
    [
      'a parting on a day when nothing began',
      aRegister([mo, vik], [], [{ ...intoMo, kind: 'separated' }]),
      ['succession-date-wrong: m1102 to m1101 on 2020-01-01'],
    ],
  ])('finds %s', (_, register, problems) => {
    expect(checkRegister(register).map(({ code, about }) => `${code}: ${about}`)).toEqual(problems);
  });

  it('finds sums that differ from what was expected', () => {
    const register = aRegister([mo], [aPopulation('m1101', '2019-01-01', 10)]);
    const expected = { municipalities: { '2019-01-01': 2 }, nationalTotals: { '2019-01-01': 11 } };
    expect(checkRegister(register, expected)).toEqual([
      { code: 'wrong-number-of-municipalities', about: '2019-01-01: 1, not 2' },
      { code: 'wrong-national-total', about: '2019-01-01: 10, not 11' },
    ]);
  });
});
