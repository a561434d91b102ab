import {
  type EventForm,
  type House,
  HOUSES,
  type NominationForm,
  type PlannedSeat,
  type RecusalScope,
  type ScoringPreset,
  SEAT_POSITIONS,
  type SeatPosition,
  type TieSettlement,
  type Timetable,
  TIMETABLE_FIELDS,
  type TimetableField,
  type WholeSetUp,
  wholeForm,
} from '@award/award';
import type { CriterionView, EditionClassView, Guidance, Words } from '@award/editions/contract';

type Db = { query: (sql: string, values?: unknown[]) => Promise<unknown> };

/** A seat of a class. Who sits in two classes has the same member number in both; nobody is named. */
export interface SetUpSeat {
  classCode: string;
  member: number;
  house: House;
  role: SeatPosition;
}

/** Everything that an edition is set up with, and nobody's name: what a rehearsal makes it again from. */
export interface EditionSetUp {
  format: 'kaaring-set-up/1';
  year: number;
  name: Words;
  callText: Words;
  form: NominationForm;
  event: { name: string; form: EventForm; place: string; signUpUrl: string; streamUrl: string };
  /** `YYYY-01-01`. */
  referenceDate: string;
  /** ISO 8601 instants; null is not decided. */
  timetable: Record<TimetableField, string | null>;
  preset: ScoringPreset;
  scale: { min: number; max: number };
  impartialityScope: RecusalScope;
  impartialityScopeReason: string | null;
  quorum: number;
  tieRule: TieSettlement;
  /** `readings`: how many members read each entry; null where everybody reads everything. */
  classes: (Pick<
    EditionClassView,
    'code' | 'name' | 'minPopulation' | 'maxPopulation' | 'finalists' | 'winners'
  > & { readings: number | null })[];
  criteria: (Pick<CriterionView, 'code' | 'weight' | 'name'> & {
    guidance: Partial<Guidance>;
    levels: Partial<CriterionView['levels']>;
  })[];
  seats: SetUpSeat[];
}

const SET_UP = `
select json_build_object('format', 'kaaring-set-up/1', 'year', e.year, 'name', e.name, 'callText', e.call_text, 'form', e.form,
  'event', e.event, 'referenceDate', to_char(e.reference_date, 'YYYY-MM-DD'),
  'timetable', json_build_object('opensAt', e.opens_at, 'deadline', e.deadline, 'scoringClosesAt', e.scoring_closes_at,
    'meetingAt', e.meeting_at, 'finalistsAt', e.finalists_at, 'announcementAt', e.announcement_at),
  'preset', e.preset, 'scale', json_build_object('min', e.scale_min, 'max', e.scale_max), 'impartialityScope', e.impartiality_scope,
  'impartialityScopeReason', e.impartiality_scope_reason, 'quorum', e.quorum, 'tieRule', e.tie_rule,
  'classes', (select coalesce(json_agg(json_build_object('code', c.code, 'name', c.name, 'minPopulation', c.min_population,
      'maxPopulation', c.max_population, 'finalists', c.finalists, 'winners', c.winners, 'readings', r.readings) order by c.position, c.code), '[]')
    from edition_class c left join reading_plan r on r.edition_id = c.edition_id and r.class_code = c.code where c.edition_id = e.id),
  'criteria', (select coalesce(json_agg(json_build_object('code', k.code, 'weight', k.weight, 'name', k.name, 'guidance', k.guidance,
      'levels', k.levels) order by k.position, k.code), '[]') from criterion k where k.edition_id = e.id),
  'seats', (select coalesce(json_agg(json_build_object('classCode', s.class_code, 'member', s.member, 'house', s.house, 'role', s.role)
      order by s.class_code, s.member), '[]')
    from (select class_code, house, role, dense_rank() over (order by lower(email))::int as member from seat
      where edition_id = e.id and state in ('invited', 'accepted')) s)) as "setUp"
from edition e where e.year = $1 and not e.as_published`;

/** Reads an edition's set-up and writes nothing. Throws where there is no such edition. */
export async function readSetUp(db: Db, year: number): Promise<EditionSetUp> {
  const rows = (await db.query(SET_UP, [year])) as { setUp: Record<string, unknown> }[];
  const [row] = rows;
  if (!row) throw new Error(`There is no edition of ${year} to rehearse.`);
  return setUpFrom(row.setUp);
}

const NO_WORDS: Words = { nb: '', nn: '', en: '' };
const NO_EVENT: EditionSetUp['event'] = {
  name: '',
  form: 'hall',
  place: '',
  signUpUrl: '',
  streamUrl: '',
};

/**
 * A set-up from what a file or the database holds, with what it leaves out. Throws where it is no set-up at all; what
 * cannot work is for `setUpFaults` to say.
 */
export function setUpFrom(stored: unknown): EditionSetUp {
  const given = stored as Partial<EditionSetUp> | null;
  if (given?.format !== 'kaaring-set-up/1' || !Number.isInteger(given.year))
    throw new Error('This is not a set-up of an edition, or of a version that is not known.');
  for (const list of ['classes', 'criteria', 'seats'] as const)
    if (!Array.isArray(given[list])) throw new Error(`The set-up has no ${list}.`);
  const whole = given as EditionSetUp;
  const stray = whole.seats.find(
    ({ house, role }) => !HOUSES.includes(house) || !SEAT_POSITIONS.includes(role),
  );
  if (stray) throw new Error(`The set-up has a seat that is not known: ${JSON.stringify(stray)}`);
  return {
    ...whole,
    callText: { ...NO_WORDS, ...whole.callText },
    form: wholeForm(whole.form ?? {}),
    event: { ...NO_EVENT, ...whole.event },
    timetable: Object.fromEntries(
      TIMETABLE_FIELDS.map((field) => [field, instantOf(whole.timetable?.[field] ?? null)]),
    ) as EditionSetUp['timetable'],
  };
}

function instantOf(given: string | null): string | null {
  if (given === null) return null;
  const at = new Date(given);
  if (Number.isNaN(at.getTime())) throw new Error(`The set-up has a date that is none: ${given}`);
  return at.toISOString();
}

/** As the rules look at it. */
export function judged(setUp: EditionSetUp): WholeSetUp {
  const dates = TIMETABLE_FIELDS.map((field) => {
    const at = setUp.timetable[field];
    return [field, at === null ? null : new Date(at)] as const;
  });
  return {
    timetable: Object.fromEntries(dates) as unknown as Timetable,
    classes: setUp.classes,
    criteria: setUp.criteria.map(({ code, weight, name }) => ({ code, weight, name: name.nb })),
    form: setUp.form,
    quorum: setUp.quorum,
    seats: setUp.seats.map(({ classCode, house, role }): PlannedSeat => ({
      classCode,
      house,
      position: role,
    })),
  };
}
