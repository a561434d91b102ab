import { shipped } from './fixtures/shipped-register';
import { SHIPPED_EXPECTATIONS, checkRegister, nationalTotal } from './register-checks';
import { inForceOn, withNumberEver, withNumberOn } from './register-state';

const keyOf = (number: string, date: string) =>
  withNumberOn(shipped, number, date)?.municipality.key;
const populationOf = (number: string, date: string) =>
  shipped.populations.find((one) => one.key === keyOf(number, date) && one.date === date)?.count;

describe('the shipped register', () => {
  it('fits together: counts, numbers, organisation numbers, counties and national totals', () => {
    expect(checkRegister(shipped, SHIPPED_EXPECTATIONS)).toEqual([]);
  });

  it.each([
    ['2018-12-31', 0],
    ['2019-01-01', 422],
    ['2019-12-31', 422],
    ['2020-01-01', 356],
    ['2023-12-31', 356],
    ['2024-01-01', 357],
    ['2026-11-21', 357],
  ])('has on %s as many municipalities as were in force: %i', (date, count) => {
    expect(inForceOn(shipped, date)).toHaveLength(count);
  });

  it('has the residents of the whole country on 1 January 2021', () => {
    expect(nationalTotal(shipped, '2021-01-01')).toBe(5_391_369);
  });

  it.each([
    ['Malvik falls below the boundary', '5031', '2024-01-01', 14_783],
    ['Malvik rises above it', '5031', '2025-01-01', 15_023],
    ['Malvik falls below it again', '5031', '2026-01-01', 14_961],
    ['Namsos stood one above it', '5007', '2022-01-01', 15_001],
    ['Namsos fell below', '5007', '2023-01-01', 14_923],
    ['Namsos rose', '5007', '2024-01-01', 15_083],
    ['Eigersund below', '1101', '2022-01-01', 14_860],
    ['Eigersund above', '1101', '2023-01-01', 15_011],
    ['Båtsfjord in 2020', '5443', '2020-01-01', 2_221],
    ['Båtsfjord in 2021', '5443', '2021-01-01', 2_200],
    ['Haram as it was in 2019', '1534', '2019-01-01', 9_383],
    ['Haram as it is', '1580', '2024-01-01', 9_357],
  ])('%s', (_, number, date, count) => {
    expect(populationOf(number, date)).toBe(count);
  });

  it.each([
    ['3006', '2021-03-01', 'Kongsberg', 'Viken'],
    ['0604', '2019-06-01', 'Kongsberg', 'Buskerud'],
    ['3303', '2024-01-01', 'Kongsberg', 'Buskerud'],
    ['5443', '2023-12-31', 'Båtsfjord', 'Troms og Finnmark'],
    ['5632', '2024-01-01', 'Båtsfjord', 'Finnmark'],
    ['3443', '2021-01-01', 'Vestre Toten', 'Innlandet'],
    ['0301', '2026-01-01', 'Oslo', 'Oslo'],
    ['1515', '2026-01-01', 'Herøy', 'Møre og Romsdal'],
    ['1818', '2026-01-01', 'Herøy', 'Nordland'],
  ])('knows number %s on %s as %s in %s', (number, date, name, county) => {
    const found = withNumberOn(shipped, number, date);
    expect([found?.version.norwegianName, found?.version.countyName]).toEqual([name, county]);
  });

  it.each([
    ['3006 had not come into use', '3006', '2019-12-31'],
    ['3006 had gone out of use', '3006', '2024-01-01'],
    ['Sande ended', '0713', '2020-01-01'],
  ])('knows no municipality where %s', (_, number, date) => {
    expect(withNumberOn(shipped, number, date)).toBeNull();
  });

  it('keeps a municipality through its renumberings', () => {
    expect([
      keyOf('0604', '2019-01-01'),
      keyOf('3006', '2021-01-01'),
      keyOf('3303', '2024-01-01'),
    ]).toEqual(['m0604', 'm0604', 'm0604']);
  });

  it('has Haram twice, linked by what passed between them', () => {
    const first = withNumberEver(shipped, '1534')?.municipality;
    const second = withNumberEver(shipped, '1580')?.municipality;
    expect([first?.key, second?.key]).toEqual(['m1534', 'm1580']);
    expect(second?.organisationNumber).toBeNull();
    expect(
      shipped.successions.filter(({ from, to }) => from === 'm1534' || to === 'm1580'),
    ).toEqual([
      { from: 'm1507', to: 'm1580', date: '2024-01-01', share: null, kind: 'separated' },
      { from: 'm1534', to: 'm1507', date: '2020-01-01', share: 1, kind: 'merged' },
      { from: 'm1534', to: 'm1580', date: '2024-01-01', share: 1, kind: 're-established' },
    ]);
  });

  it('lets Sande in Vestfold end in Holmestrand', () => {
    expect(shipped.successions.filter(({ from }) => from === 'm0713')).toEqual([
      { from: 'm0713', to: 'm3802', date: '2020-01-01', share: 1, kind: 'merged' },
    ]);
    expect(withNumberOn(shipped, '3802', '2020-01-01')?.version.name).toBe('Holmestrand');
  });

  it('states no share where only an estimate is known', () => {
    const shares = shipped.successions.filter(({ from }) => from === 'm1850' || from === 'm5012');
    expect(shares.map(({ share }) => share)).toEqual([null, null, null, null, null]);
  });

  it('has no name without a Norwegian form, and Sámi and Kven forms apart', () => {
    const forms = (number: string) => {
      const version = withNumberOn(shipped, number, '2024-01-01')?.version;
      return [version?.norwegianName, version?.samiName, version?.kvenName];
    };
    expect(forms('5540')).toEqual(['Kåfjord', 'Gáivuotna', 'Kaivuono']);
    expect(forms('5610')).toEqual(['Karasjok', 'Kárášjohka', null]);
    expect(forms('1875')).toEqual(['Hamarøy', 'Hábmer', null]);
    expect(forms('5632')).toEqual(['Båtsfjord', null, null]);
    expect(
      inForceOn(shipped, '2024-01-01').filter(({ version }) => version.samiName !== null),
    ).toHaveLength(26);
  });

  it('knows no written form, address or mail domain', () => {
    const known = shipped.municipalities.filter(
      ({ writtenForm, postAddress, mailDomain }) => writtenForm ?? postAddress ?? mailDomain,
    );
    expect(known).toEqual([]);
  });
});

describe('a number as an address', () => {
  it.each([
    ['sends on along a renumbering', '3006', 'm0604', '3303'],
    ['sends on along two renumberings', '0604', 'm0604', '3303'],
    ['does not send on from the number in force', '3303', 'm0604', null],
    ['does not send on from a municipality that ended', '0713', 'm0713', null],
    ['does not send on where a part was given off', '1507', 'm1507', null],
    ['does not send on where others were taken in', '1103', 'm1103', null],
    ['keeps the two Haram apart', '1534', 'm1534', null],
  ])('%s: %s', (_, number, key, redirectTo) => {
    const answer = withNumberEver(shipped, number);
    expect([answer?.municipality.key, answer?.redirectTo]).toEqual([key, redirectTo]);
  });

  it('knows nothing of a number that was never in use', () => {
    expect(withNumberEver(shipped, '9999')).toBeNull();
  });
});
