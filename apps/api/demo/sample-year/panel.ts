import type { House, SeatPosition } from '@award/award';

/** Invented jurors. Some sit in both classes; one is recused by ruling in each, and a deputy takes the seat. */
export interface SampleJuror {
  key: string;
  name: string;
  house: House;
  seats: Partial<Record<SampleClass, SeatPosition>>;
  /** The class in which the member has a ground and is recused by ruling. */
  recusedIn?: SampleClass;
  /** How far the member has come in the middle of scoring. */
  pace: 'done' | 'half' | 'begun' | 'not-begun' | 'undeclared';
  /** Leans strict (−) or mild (+), in steps of the scale. */
  severity: number;
}

export const SAMPLE_JURORS: readonly SampleJuror[] = [
  {
    key: 'leder',
    name: 'Ingrid Halvorsen',
    house: 'KS',
    seats: { small: 'leader', large: 'member' },
    pace: 'done',
    severity: 0,
  },
  {
    key: 'nestleder',
    name: 'Tor Eikeland',
    house: 'NHO',
    seats: { small: 'deputy-leader', large: 'leader' },
    pace: 'half',
    severity: -1,
  },
  {
    key: 'medlem-ks',
    name: 'Anne Lise Furnes',
    house: 'KS',
    seats: { small: 'member', large: 'deputy-leader' },
    pace: 'begun',
    severity: 1,
  },
  {
    key: 'medlem-nho',
    name: 'Jonas Wiik',
    house: 'NHO',
    seats: { small: 'member', large: 'member' },
    pace: 'not-begun',
    severity: 0,
  },
  {
    key: 'medlem-uavhengig',
    name: 'Mariann Sundby',
    house: 'independent',
    seats: { small: 'member', large: 'member' },
    pace: 'undeclared',
    severity: 0,
  },
  {
    key: 'inhabil',
    name: 'Stein Arne Løkken',
    house: 'NHO',
    seats: { small: 'member' },
    recusedIn: 'small',
    pace: 'done',
    severity: 0,
  },
  {
    key: 'vara-nho',
    name: 'Hege Tveit',
    house: 'NHO',
    seats: { small: 'deputy', large: 'member' },
    pace: 'half',
    severity: 0,
  },
  {
    key: 'inhabil-stor',
    name: 'Berit Nesheim',
    house: 'KS',
    seats: { large: 'member' },
    recusedIn: 'large',
    pace: 'done',
    severity: 0,
  },
  {
    key: 'vara-ks',
    name: 'Ole Martin Rud',
    house: 'KS',
    seats: { large: 'deputy' },
    pace: 'done',
    severity: 1,
  },
];

/** The code of a size class. */
export type SampleClass = string;
export const SAMPLE_CLASSES: readonly SampleClass[] = ['small', 'large'];

/** Whoever plays a year holds its plan. */
interface Planned {
  plan: { jurors: readonly SampleJuror[] };
}

export const inClass = ({ plan }: Planned, classCode: SampleClass) =>
  plan.jurors.filter((juror) => juror.seats[classCode]);

export const leaderOf = (year: Planned, classCode: SampleClass): SampleJuror => {
  const leader = inClass(year, classCode).find((juror) => juror.seats[classCode] === 'leader');
  if (!leader) throw new Error(`No leader in ${classCode}`);
  return leader;
};
