import type { SampleClass, SampleJuror } from '../../demo/sample-year/panel';
import type { YearPlan } from '../../demo/sample-year/year-plan';
import { SAMPLE_MUNICIPALITIES, type SampleMunicipality } from '../../seed/sample-municipalities';
import { momentsOf } from './moments-of';
import type { EditionSetUp, SetUpSeat } from './set-up';

type Fate = SampleMunicipality['fate'];

/** What becomes of the entries beside those that the jury reads, so that every deadline has somebody who meets it. */
const OTHER_FATES: readonly Fate[] = [
  'held',
  'forgotten',
  'returned-and-back',
  'returned',
  'late',
  'withdrawn',
  'ineligible',
];
const ENDINGS = [
  'vik',
  'nes',
  'dal',
  'voll',
  'heim',
  'sund',
  'fjord',
  'li',
  'strand',
  'mo',
  'haug',
  'bygd',
  'eid',
  'tun',
  'berg',
  'elv',
  'foss',
  'havn',
];
const BEGINNINGS = ['Prøve', 'Øve', 'Liksom'];
const COUNTIES = ['Eksempelfylke nord', 'Eksempelfylke sør', 'Eksempelfylke vest'] as const;
const NAMES = [
  'Ane Prøve',
  'Bo Prøve',
  'Cato Prøve',
  'Dina Prøve',
  'Eli Prøve',
  'Finn Prøve',
  'Gro Prøve',
  'Hans Prøve',
  'Ida Prøve',
  'Jon Prøve',
];

/** A panel for a class that has none yet: enough of each house for the quorum. */
function usualPanel(classCode: string, quorum: number): SetUpSeat[] {
  const houses = ['KS', 'NHO', 'independent'] as const;
  const members = Array.from({ length: Math.max(5, quorum) }, (_, at): SetUpSeat => ({
    classCode,
    member: 1000 + at,
    house: houses[at % houses.length] ?? 'KS',
    role: at === 0 ? 'leader' : 'member',
  }));
  return [...members, { classCode, member: 2000, house: 'KS', role: 'deputy' }];
}

/** Invented people in the seats. In a class with a deputy, a member of the same house is recused and the deputy sits. */
function jurorsOf({ seats, classes, quorum }: EditionSetUp): SampleJuror[] {
  const filled = classes.flatMap(({ code }) => {
    const own = seats.filter(({ classCode }) => classCode === code);
    return own.length > 0 ? own : usualPanel(code, quorum);
  });
  const members = [...new Set(filled.map(({ member }) => member))];
  const jurors = members.map((member, at): SampleJuror => {
    const own = filled.filter((seat) => seat.member === member);
    return {
      key: `prove-${at + 1}`,
      name: `${NAMES[at % NAMES.length]}${at < NAMES.length ? '' : ` ${Math.floor(at / NAMES.length) + 1}`}`,
      house: own[0]?.house ?? 'independent',
      seats: Object.fromEntries(own.map(({ classCode, role }) => [classCode, role])),
      pace: 'done',
      severity: (at % 3) - 1,
    };
  });
  for (const { code } of classes) recuseOne(jurors, code);
  return jurors;
}

function recuseOne(jurors: SampleJuror[], code: SampleClass): void {
  const deputy = jurors.find((one) => one.seats[code] === 'deputy');
  const member = jurors.find(
    (one) => one.seats[code] === 'member' && one.house === deputy?.house && !one.recusedIn,
  );
  if (member) member.recusedIn = code;
}

/** Residents at the bounds of a class, and between them. */
export function populationsOf(
  { minPopulation, maxPopulation }: EditionSetUp['classes'][number],
  count: number,
): number[] {
  const from = minPopulation ?? Math.min(200, (maxPopulation ?? 400) >> 1);
  const to = (maxPopulation ?? Math.max(from * 2, from + 1000)) - 1;
  return Array.from({ length: count }, (_, at) =>
    count === 1 ? from : from + Math.round(((to - from) * at) / (count - 1)),
  );
}

/** Municipalities that nobody knows, some in each class. The numbers of two years that are rehearsed together differ. */
function municipalitiesOf({ classes, year }: EditionSetUp): SampleMunicipality[] {
  const fates = classes.map(({ finalists }, place) => [
    ...Array.from({ length: Math.max(finalists + 1, 3) }, (): Fate => 'reviewed'),
    ...OTHER_FATES.filter((_, at) => at % classes.length === place),
  ]);
  const told = SAMPLE_MUNICIPALITIES.filter(({ text, fate }) => text !== '' && fate === 'reviewed');
  const start = 9100 + (year % 8) * 100;
  let count = 0;
  return classes.flatMap((one, place) => {
    const own = fates[place] ?? [];
    return populationsOf(one, own.length).map((population, at): SampleMunicipality => {
      const number = start + ++count;
      const source = told[count % told.length] as SampleMunicipality;
      const fate = own[at] ?? 'reviewed';
      const name = `${BEGINNINGS[Math.floor(count / ENDINGS.length) % BEGINNINGS.length]}${ENDINGS[count % ENDINGS.length]}`;
      return {
        ...source,
        number: String(number),
        name,
        samiName: undefined,
        county: COUNTIES[count % COUNTIES.length] ?? COUNTIES[0],
        population,
        fate,
        text: fate === 'late' ? '' : source.text,
      };
    });
  });
}

/** Who plays a set-up, and when: everything in it is invented but the dates, the classes and the seats. */
export function planOf(setUp: EditionSetUp): YearPlan {
  const { classes, form, preset, timetable } = setUp;
  return {
    moments: momentsOf(timetable),
    classes: classes.map(({ code }) => code),
    jurors: jurorsOf(setUp),
    municipalities: municipalitiesOf(setUp),
    form,
    twoRounds: classes
      .filter(({ readings }, at) => preset === 'simple' && at === 0 && readings === null)
      .map(({ code }) => code),
    ranksApart: ({ house }) => house === 'independent',
  };
}
