import { aMunicipality, aPopulation, aRegister, aVersion } from './fixtures/a-register';
import { shipped } from './fixtures/shipped-register';
import { SHIPPED_EXPECTATIONS, checkRegister } from './register-checks';
import { planRegisterImport } from './register-import';
import { applyRegisterChanges, describeRegisterChange } from './register-outcome';
import type { RegisterState, RegisterSuccession } from './register-state';

const nothing = aRegister([]);
const oldNes = aVersion('0616', 'Nes', '2019-01-01');
const nes = aMunicipality('m0616', [oldNes]);
const sande = aMunicipality('m0713', [aVersion('0713', 'Sande', '2019-01-01')]);
const holmestrand = aMunicipality('m3802', [aVersion('3802', 'Holmestrand', '2020-01-01')]);
const intoHolmestrand: RegisterSuccession = {
  from: 'm0713',
  to: 'm3802',
  date: '2020-01-01',
  share: 1,
  kind: 'merged',
};
const endedSande = aMunicipality('m0713', [aVersion('0713', 'Sande', '2019-01-01', '2020-01-01')]);

/** The plan in words, after checking that the plan of its outcome is empty. */
function planned(current: RegisterState, incoming: RegisterState): string[] {
  const plan = planRegisterImport(current, incoming);
  const outcome = applyRegisterChanges(current, plan);
  expect(planRegisterImport(outcome, incoming)).toEqual([]);
  return plan.map((change) => describeRegisterChange(change, outcome));
}

describe('the plan of an import', () => {
  it.each<[string, RegisterState, RegisterState, string[]]>([
    ['nothing new changes nothing', aRegister([nes]), aRegister([nes]), []],
    ['what the source does not have stays', aRegister([nes, sande]), aRegister([nes]), []],
    [
      'a municipality is added',
      nothing,
      aRegister([nes]),
      ['added 0616 Nes (County 06) from 2019-01-01'],
    ],
    [
      'a municipality is renumbered, with another name and county',
      aRegister([nes]),
      aRegister([
        aMunicipality('m0616', [
          aVersion('0616', 'Nes', '2019-01-01', '2020-01-01'),
          aVersion('3040', 'Nesbyen', '2020-01-01'),
        ]),
      ]),
      ['3040 Nesbyen renumbered on 2020-01-01: 0616 Nes (County 06) → 3040 Nesbyen (County 30)'],
    ],
    [
      'a municipality is renumbered twice at one import',
      aRegister([nes]),
      aRegister([
        aMunicipality('m0616', [
          aVersion('0616', 'Nes', '2019-01-01', '2020-01-01'),
          aVersion('3040', 'Nesbyen', '2020-01-01', '2024-01-01'),
          aVersion('3322', 'Nesbyen', '2024-01-01'),
        ]),
      ]),
      [
        '3322 Nesbyen renumbered on 2020-01-01: 0616 Nes (County 06) → 3040 Nesbyen (County 30)',
        '3322 Nesbyen renumbered on 2024-01-01: 3040 Nesbyen (County 30) → 3322 Nesbyen (County 33)',
      ],
    ],
    [
      'a municipality takes another name',
      aRegister([nes]),
      aRegister([
        aMunicipality('m0616', [
          aVersion('0616', 'Nes', '2019-01-01', '2020-01-01'),
          aVersion('0616', 'Nesbyen', '2020-01-01'),
        ]),
      ]),
      ['0616 Nesbyen renamed on 2020-01-01: 0616 Nes (County 06) → 0616 Nesbyen (County 06)'],
    ],
    [
      'the county takes another name',
      aRegister([nes]),
      aRegister([
        aMunicipality('m0616', [
          aVersion('0616', 'Nes', '2019-01-01', '2020-01-01'),
          aVersion('0616', 'Nes', '2020-01-01', null, { countyName: 'Buskerud' }),
        ]),
      ]),
      ['0616 Nes county-changed on 2020-01-01: 0616 Nes (County 06) → 0616 Nes (Buskerud)'],
    ],
    [
      'an earlier version becomes known',
      aRegister([nes]),
      aRegister([
        aMunicipality('m0616', [aVersion('0599', 'Nes', '2010-01-01', '2019-01-01'), oldNes]),
      ]),
      ['0616 Nes version-added on 2010-01-01: 0599 Nes (County 05)'],
    ],
    [
      'a municipality ends in another that is new',
      aRegister([sande]),
      aRegister([endedSande, holmestrand], [], [intoHolmestrand]),
      [
        '0713 Sande ended 2020-01-01, into 3802 Holmestrand',
        'added 3802 Holmestrand (County 38) from 2020-01-01',
        '0713 Sande → 3802 Holmestrand on 2020-01-01: merged, share 1',
      ],
    ],
    [
      'what was parted from it earlier is not where a municipality went',
      aRegister([sande]),
      aRegister(
        [endedSande, holmestrand],
        [],
        [
          { from: 'm0713', to: 'm0799', date: '2019-07-01', share: null, kind: 'separated' },
          intoHolmestrand,
        ],
      ),
      [
        '0713 Sande ended 2020-01-01, into 3802 Holmestrand',
        'added 3802 Holmestrand (County 38) from 2020-01-01',
        '0713 Sande → m0799 on 2019-07-01: separated, share unknown',
        '0713 Sande → 3802 Holmestrand on 2020-01-01: merged, share 1',
      ],
    ],
    [
      'an older source does not bring an ended municipality back',
      aRegister([endedSande, holmestrand], [], [intoHolmestrand]),
      aRegister([sande]),
      [],
    ],
    [
      'a fact of a version is corrected',
      aRegister([nes]),
      aRegister([
        aMunicipality('m0616', [
          aVersion('0616', 'Nes', '2019-01-01', null, { norwegianName: 'Næs', samiArea: false }),
        ]),
      ]),
      ['0616 Nes from 2019-01-01: norwegianName Nes → Næs, samiArea unknown → false'],
    ],
    [
      'the end of a version is corrected',
      aRegister([endedSande]),
      aRegister([aMunicipality('m0713', [aVersion('0713', 'Sande', '2019-01-01', '2021-01-01')])]),
      ['0713 Sande from 2019-01-01: validTo 2020-01-01 → 2021-01-01'],
    ],
    [
      'an organisation number becomes known',
      aRegister([nes]),
      aRegister([{ ...nes, organisationNumber: '964951640' }]),
      ['0616 Nes: organisation number unknown → 964951640'],
    ],
    [
      'a written form, an address and a mail domain become known',
      aRegister([{ ...nes, writtenForm: 'nb' }]),
      aRegister([
        { ...nes, writtenForm: 'neutral', postAddress: 'Eksempel 1', mailDomain: 'nes.example' },
      ]),
      [
        '0616 Nes: writtenForm nb → neutral',
        '0616 Nes: postAddress unknown → Eksempel 1',
        '0616 Nes: mailDomain unknown → nes.example',
      ],
    ],
    [
      'what a source does not know is not erased',
      aRegister([
        {
          ...nes,
          organisationNumber: '964951640',
          writtenForm: 'nn',
          versions: [{ ...oldNes, samiArea: true, longitude: 9, latitude: 60, samiName: 'Njárga' }],
        },
      ]),
      aRegister([nes]),
      [],
    ],
    [
      'residents are added and corrected',
      aRegister([nes], [aPopulation('m0616', '2019-01-01', 3280)]),
      aRegister(
        [nes],
        [aPopulation('m0616', '2019-01-01', 3281), aPopulation('m0616', '2020-01-01', 3273)],
      ),
      ['0616 Nes: 3280 → 3281 residents on 2019-01-01', '0616 Nes: 3273 residents on 2020-01-01'],
    ],
    [
      'a share becomes known, and is not erased by one that is not',
      aRegister([endedSande, holmestrand], [], [{ ...intoHolmestrand, share: null }]),
      aRegister([], [], [intoHolmestrand]),
      ['0713 Sande → 3802 Holmestrand on 2020-01-01: merged, share 1'],
    ],
    [
      'an unknown share erases none',
      aRegister([endedSande, holmestrand], [], [intoHolmestrand]),
      aRegister([], [], [{ ...intoHolmestrand, share: null }]),
      [],
    ],
  ])('%s', (_, current, incoming, lines) => {
    expect(planned(current, incoming)).toEqual(lines);
  });

  it('ends and renumbers before it adds, so that a number is free when it is taken again', () => {
    const current = aRegister([aMunicipality('m2', [aVersion('1101', 'Vik', '2019-01-01')])]);
    const incoming = aRegister([
      aMunicipality('m1', [aVersion('1101', 'Mo', '2020-01-01')]),
      aMunicipality('m2', [
        aVersion('1101', 'Vik', '2019-01-01', '2020-01-01'),
        aVersion('1102', 'Vik', '2020-01-01'),
      ]),
    ]);
    expect(planRegisterImport(current, incoming).map(({ kind }) => kind)).toEqual([
      'renumbered',
      'added',
    ]);
  });

  it('throws rather than change a municipality that is not there', () => {
    const plan = planRegisterImport(aRegister([sande]), aRegister([endedSande]));
    expect(() => applyRegisterChanges(nothing, plan)).toThrow('m0713 is not in the register');
  });
});

describe('the shipped register, imported', () => {
  it('fills an empty register whole, and a second time changes nothing', () => {
    const plan = planRegisterImport(nothing, shipped);
    const outcome = applyRegisterChanges(nothing, plan);
    expect(checkRegister(outcome, SHIPPED_EXPECTATIONS)).toEqual([]);
    expect(outcome).toEqual(shipped);
    expect(planRegisterImport(outcome, shipped)).toEqual([]);
  });

  it('brings a register of 2023 to today: renumbered, one new, and the new counts', () => {
    const outcome = applyRegisterChanges(asOf2023, planRegisterImport(asOf2023, shipped));
    expect(outcome).toEqual(shipped);
    const kinds = new Map<string, number>();
    for (const { kind } of planRegisterImport(asOf2023, shipped))
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    expect(Object.fromEntries(kinds)).toEqual({
      renumbered: RENUMBERED_2024,
      added: 1,
      'population-added': 3 * 357,
      'succession-added': 2,
    });
  });
});

/** Østfold, Akershus, Buskerud, Vestfold, Telemark, Troms and Finnmark took new numbers; so did Ålesund. */
const RENUMBERED_2024 = 12 + 21 + 18 + 6 + 17 + 21 + 18 + 1;

/** The shipped register as it would have been known on 31 December 2023. */
const asOf2023: RegisterState = {
  municipalities: shipped.municipalities
    .map((municipality) => ({
      ...municipality,
      versions: municipality.versions
        .filter(({ validFrom }) => validFrom < '2024-01-01')
        .map((version) =>
          version.validTo === '2024-01-01' ? { ...version, validTo: null } : version,
        ),
    }))
    .filter(({ versions }) => versions.length > 0),
  populations: shipped.populations.filter(({ date }) => date < '2024-01-01'),
  successions: shipped.successions.filter(({ date }) => date < '2024-01-01'),
};
