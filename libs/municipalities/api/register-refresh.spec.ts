import { aMunicipality, aPopulation, aRegister, aVersion } from './fixtures/a-register';
import { fetched, wanted } from './fixtures/register-answers';
import { shipped } from './fixtures/shipped-register';
import { checkRegister } from './register-checks';
import { startRefresh } from './register-fetch';
import type { RegisterPieces } from './register-fetch';
import { planRegisterImport } from './register-import';
import { applyRegisterChanges, describeRegisterChange } from './register-outcome';
import { refreshedRegister } from './register-refresh';
import { inForceOn } from './register-state';
import type { RegisterState } from './register-state';

/** What was known at the end of 2023 of the municipalities that the answers are about. */
const current = aRegister(
  [
    aMunicipality(
      'm1507',
      [aVersion('1507', 'Ålesund', '2020-01-01', null, { longitude: 6.1, latitude: 62.7 })],
      { organisationNumber: '920415288' },
    ),
    aMunicipality(
      'm2028',
      [
        aVersion('2028', 'Båtsfjord', '2019-01-01', '2020-01-01'),
        aVersion('5443', 'Båtsfjord', '2020-01-01', null, { samiArea: false, longitude: 30.3 }),
      ],
      { organisationNumber: '938795592' },
    ),
  ],
  [aPopulation('m1507', '2023-01-01', 67_520), aPopulation('m2028', '2023-01-01', 2_108)],
);

const noPieces: RegisterPieces = startRefresh(wanted).pieces;

describe('the register after a refresh', () => {
  it('is renumbered, has a new municipality, its organisation data and the counts', async () => {
    const { pieces } = await fetched(startRefresh(wanted), []);
    const { state, notes } = refreshedRegister(current, pieces);
    expect(checkRegister(state)).toEqual([]);
    expect(notes).toEqual([{ code: 'organisation-missing', about: '1580' }]);
    const plan = planRegisterImport(current, state);
    expect(plan.map((change) => describeRegisterChange(change, state))).toEqual([
      '1508 Ålesund renumbered on 2024-01-01: 1507 Ålesund (County 15) → 1508 Ålesund (County 15)',
      '1508 Ålesund: writtenForm unknown → nn',
      '1508 Ålesund: postAddress unknown → Postboks 1, 0001 EKSEMPEL',
      '5632 Båtsfjord renumbered on 2024-01-01: 5443 Båtsfjord (County 54) → 5632 Båtsfjord (Finnmark - Finnmárku - Finmarkku)',
      '5632 Båtsfjord: writtenForm unknown → nb',
      'added 1580 Haram (County 15) from 2024-01-01',
      '1508 Ålesund: 58509 residents on 2024-01-01',
      '1580 Haram: 9357 residents on 2024-01-01',
      '5632 Båtsfjord: 2113 residents on 2024-01-01',
      '1508 Ålesund → 1580 Haram on 2024-01-01: separated, share unknown',
    ]);
    const points = inForceOn(state, '2024-02-29').map(({ version }) => version.longitude);
    expect(points).toEqual([6.89612, 30.32742, 6.52012]);
    const without = refreshedRegister(current, { ...pieces, places: [] }).state;
    const unknown = inForceOn(without, '2024-02-29').map(({ version }) => version.longitude);
    expect(unknown).toEqual([null, 30.3, null]);
  });

  it('is the same after the same answers come again', async () => {
    const { pieces } = await fetched(startRefresh(wanted), []);
    const { state } = refreshedRegister(current, pieces);
    const stored = applyRegisterChanges(current, planRegisterImport(current, state));
    expect(planRegisterImport(stored, refreshedRegister(stored, pieces).state)).toEqual([]);
  });

  it('leaves everything as it is when nothing was answered', () => {
    expect(refreshedRegister(current, noPieces)).toEqual({ state: current, notes: [] });
  });

  it.each<[string, [string, string, string][], string[], string[], string[]]>([
    [
      'two merge into one of them, which keeps its number',
      [['1101', '1102', 'Vik']],
      ['1102', '1103'],
      ['m1102 1102 Vik', 'm1103 1103 Os'],
      ['m1101 to m1102 merged'],
    ],
    [
      'two merge into a new one that takes the name of the one',
      [
        ['1101', '1190', 'Vik'],
        ['1102', '1190', 'Vik'],
      ],
      ['1190', '1103'],
      ['m1103 1103 Os', 'm1190 1190 Vik'],
      ['m1101 to m1190 merged', 'm1102 to m1190 merged'],
    ],
    [
      'one gives off a part and keeps its number',
      [['1103', '1104', 'Nes']],
      ['1101', '1102', '1103', '1104'],
      ['m1101 1101 Mo', 'm1102 1102 Vik', 'm1103 1103 Os', 'm1104 1104 Nes'],
      ['m1103 to m1104 separated'],
    ],
    [
      'one is divided between its neighbours',
      [
        ['1103', '1101', 'Mo'],
        ['1103', '1102', 'Vik'],
      ],
      ['1101', '1102'],
      ['m1101 1101 Mo', 'm1102 1102 Vik'],
      ['m1103 to m1101 divided', 'm1103 to m1102 divided'],
    ],
    [
      'two exchange numbers',
      [
        ['1101', '1102', 'Mo'],
        ['1102', '1101', 'Vik'],
      ],
      ['1101', '1102', '1103'],
      ['m1101 1102 Mo', 'm1102 1101 Vik', 'm1103 1103 Os'],
      [],
    ],
    [
      'one takes another name',
      [['1103', '1103', 'Óss - Os']],
      ['1101', '1102', '1103'],
      ['m1101 1101 Mo', 'm1102 1102 Vik', 'm1103 1103 Óss - Os'],
      [],
    ],
    [
      'a name differs in its marks alone',
      [['1103', '1103', 'Ós']],
      ['1101', '1102', '1103'],
      ['m1101 1101 Mo', 'm1102 1102 Vik', 'm1103 1103 Os'],
      [],
    ],
    [
      'one is renumbered into another county',
      [['1103', '1201', 'Os']],
      ['1101', '1102', '1201'],
      ['m1101 1101 Mo', 'm1102 1102 Vik', 'm1103 1201 Os'],
      [],
    ],
  ])('when %s', (_, changes, listed, inForce, successions) => {
    const three = aRegister(
      [
        ['1101', 'Mo'],
        ['1102', 'Vik'],
        ['1103', 'Os'],
      ].map(([number = '', name = '']) =>
        aMunicipality(`m${number}`, [aVersion(number, name, '2024-01-01')]),
      ),
    );
    const pieces: RegisterPieces = {
      ...noPieces,
      date: '2028-01-01',
      municipalityCodes: listed.map((code) => ({ code, name: code })),
      countyCodes: [{ code: '12', name: 'Tolv' }],
      changes: changes.map(([oldNumber, newNumber, newName]) => ({
        ...{ oldNumber, newNumber, newName },
        date: '2028-01-01',
      })),
    };
    const { state } = refreshedRegister(three, pieces);
    expect(checkRegister(state)).toEqual([]);
    const shown = inForceOn(state, '2028-01-01').map(
      ({ municipality, version }) => `${municipality.key} ${version.number} ${version.name}`,
    );
    expect(shown.sort()).toEqual(inForce);
    expect(state.successions.map(({ from, to, kind }) => `${from} to ${to} ${kind}`)).toEqual(
      successions,
    );
    const stored = applyRegisterChanges(three, planRegisterImport(three, state));
    expect(planRegisterImport(stored, refreshedRegister(stored, pieces).state)).toEqual([]);
  });

  it('gives a new municipality a key of its own when its number has been a key before', () => {
    const moved = aRegister([
      aMunicipality('m1101', [
        aVersion('1101', 'Mo', '2019-01-01', '2024-01-01'),
        aVersion('1201', 'Mo', '2024-01-01'),
      ]),
      aMunicipality('m1102', [aVersion('1102', 'Vik', '2019-01-01')]),
    ]);
    const split: RegisterPieces = {
      ...noPieces,
      date: '2028-01-01',
      municipalityCodes: ['1201', '1102', '1101'].map((code) => ({ code, name: code })),
      changes: [{ oldNumber: '1102', newNumber: '1101', newName: 'Ny', date: '2028-01-01' }],
    };
    const { state } = refreshedRegister(moved, split);
    expect(checkRegister(state)).toEqual([]);
    expect(state.municipalities.map(({ key }) => key)).toEqual(['m1101', 'm1102', 'm1101-2028']);
  });

  it('is refused when a new county has no name', () => {
    const pieces: RegisterPieces = {
      ...noPieces,
      changes: [{ oldNumber: '5443', newNumber: '5632', newName: 'Båtsfjord', date: '2024-01-01' }],
    };
    expect(() => refreshedRegister(current, pieces)).toThrow('county 56 has no name');
  });

  it('knows which forms of a new name are Norwegian, Sámi and Kven', () => {
    const kåfjord = aRegister([
      aMunicipality('m1940', [aVersion('1940', 'Kåfjord', '2019-01-01')]),
    ]);
    const pieces: RegisterPieces = {
      ...noPieces,
      countyCodes: [{ code: '54', name: 'Troms og Finnmark' }],
      changes: [
        {
          oldNumber: '1940',
          newNumber: '5426',
          newName: 'Gáivuotna - Kåfjord - Kaivuono',
          date: '2020-01-01',
        },
      ],
    };
    const [version] = inForceOn(refreshedRegister(kåfjord, pieces).state, '2024-02-29');
    expect(version?.version).toMatchObject({
      name: 'Gáivuotna - Kåfjord - Kaivuono',
      norwegianName: 'Kåfjord',
      samiName: 'Gáivuotna',
      kvenName: 'Kaivuono',
    });
  });

  it('believes Geonorge on which form is of which language, whatever the spelling', () => {
    const karasjok = aRegister([aMunicipality('m5437', [aVersion('5437', 'Xx', '2020-01-01')])]);
    const place = {
      ...{ number: '5610', norwegianName: 'Karasjok', samiName: 'Kárášjohka', kvenName: null },
      ...{ samiArea: true, longitude: 25.02389, latitude: 69.3921 },
    };
    const pieces: RegisterPieces = {
      ...noPieces,
      countyCodes: [{ code: '56', name: 'Finnmark' }],
      changes: [
        {
          oldNumber: '5437',
          newNumber: '5610',
          newName: 'Kárášjohka - Karasjok',
          date: '2024-01-01',
        },
      ],
      places: [place],
    };
    const [version] = inForceOn(refreshedRegister(karasjok, pieces).state, '2024-02-29');
    const { number: _number, ...known } = place;
    expect(version?.version).toMatchObject({ name: 'Kárášjohka - Karasjok', ...known });
  });

  it('prefers the organisation number it knows, and asks when there are several strangers', () => {
    const unit = (organisationNumber: string, municipalityNumber: string) => ({
      ...{ organisationNumber, municipalityNumber },
      ...{ writtenForm: null, postAddress: null },
    });
    const register: RegisterState = aRegister([
      aMunicipality('m1', [aVersion('1101', 'Mo', '2019-01-01')], {
        organisationNumber: '938795592',
      }),
      aMunicipality('m2', [aVersion('1102', 'Vik', '2019-01-01')]),
    ]);
    const { state, notes } = refreshedRegister(register, {
      ...noPieces,
      organisations: [
        unit('920415288', '1101'),
        unit('938795592', '1101'),
        unit('964951640', '1102'),
        unit('964965226', '1102'),
      ],
    });
    expect(state.municipalities.map((one) => one.organisationNumber)).toEqual(['938795592', null]);
    expect(notes).toEqual([{ code: 'organisation-ambiguous', about: '1102' }]);
  });

  it('notes numbers and names that the list of codes has otherwise, and changes none of them', () => {
    const pieces: RegisterPieces = {
      ...noPieces,
      municipalityCodes: [
        { code: '5443', name: 'Vuoreija' },
        { code: '1101', name: 'Mo' },
      ],
    };
    const { state, notes } = refreshedRegister(current, pieces);
    expect(state).toEqual(current);
    expect(notes).toEqual([
      { code: 'number-not-listed', about: '1507' },
      { code: 'name-differs', about: '5443: Båtsfjord, Vuoreija' },
      { code: 'number-unknown', about: '1101' },
    ]);
  });

  it('takes an empty cell of the table for not known, never for nobody', () => {
    const figure = (count: number | null) => ({ number: '5443', date: '2024-01-01', count });
    const after = (count: number | null) =>
      refreshedRegister(current, { ...noPieces, populations: [figure(count)] }).state;
    expect(after(2_113).populations).toHaveLength(3);
    expect([after(0), after(null)]).toEqual([current, current]);
  });

  it('takes no change and no count that the shipped register has already', async () => {
    const { pieces } = await fetched(startRefresh(wanted), []);
    const { state } = refreshedRegister(shipped, { ...pieces, organisations: [] });
    expect(planRegisterImport(shipped, state)).toEqual([]);
  });
});
