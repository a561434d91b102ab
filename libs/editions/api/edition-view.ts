import {
  BASES,
  type Basis,
  type ClassStage,
  type Role,
  SIDE_OF_ROLE,
  stageToldToMembers,
  wholeForm,
} from '@award/award';
import type { Principal } from '@award/access/api';
import type {
  CriterionView,
  EditionChangeView,
  EditionView,
  TimetableView,
  Words,
} from '@award/editions/contract';
import type { CriterionRow, EditionClassRow, EditionRow } from './edition-row';

type Reader = Pick<Principal, 'role' | 'classCode' | 'denied'>;

const NO_WORDS: Words = { nb: '', nn: '', en: '' };

/** What a signed-in reader is shown of an edition, field by field. */
export function viewOf(
  edition: EditionRow,
  changes: readonly EditionChangeView[],
  reader: Reader,
): EditionView {
  return {
    id: edition.id,
    year: edition.year,
    name: edition.name,
    phase: edition.phase,
    sample: edition.sample,
    asPublished: edition.asPublished,
    callText: { ...NO_WORDS, ...edition.callText },
    form: wholeForm(edition.form),
    event: { name: '', form: 'hall', place: '', signUpUrl: '', streamUrl: '', ...edition.event },
    pressContacts: edition.pressContacts,
    referenceDate: edition.referenceDate,
    timetable: timetableView(edition),
    preset: edition.preset,
    scale: { min: edition.scaleMin, max: edition.scaleMax },
    impartialityScope: edition.impartialityScope,
    impartialityScopeReason: edition.impartialityScopeReason,
    quorum: edition.quorum,
    tieRule: edition.tieRule,
    ruleRegisteredAt: edition.ruleRegisteredAt?.toISOString() ?? null,
    ruleHash: edition.ruleHash,
    lockVersion: edition.lockVersion,
    classes: edition.classes.map((one) => ({
      code: one.code,
      position: one.position,
      name: one.name,
      minPopulation: one.minPopulation,
      maxPopulation: one.maxPopulation,
      finalists: one.finalists,
      winners: one.winners,
      stage: stageFor(reader, one, edition),
    })),
    criteria: edition.criteria.map(criterionView),
    changes: [...changes],
    now: edition.now.toISOString(),
  };
}

/** How far the jury of a class has come is for the secretariat, the keyholder and the jury of that class, if it is open to them. */
function stageFor(
  { role, classCode, denied }: Reader,
  { code, stage }: EditionClassRow,
  { id, phase }: Pick<EditionRow, 'id' | 'phase'>,
): ClassStage | null {
  if (role === null) return null;
  const side = SIDE_OF_ROLE[role satisfies Role];
  if (side === 'secretariat' || side === 'release')
    return denied?.includes(`${id}:${code}`) ? stageToldToMembers(stage, phase) : stage;
  return side === 'jury' && classCode === code ? stageToldToMembers(stage, phase) : null;
}

export function criterionView(row: CriterionRow): CriterionView {
  const perBasis = (basis: Basis) => row.guidance.perBasis?.[basis] ?? NO_WORDS;
  return {
    id: row.id,
    code: row.code,
    position: row.position,
    weight: row.weight,
    name: row.name,
    guidance: {
      perBasis: {
        'single-measure': perBasis('single-measure'),
        'all-round': perBasis('all-round'),
      },
      perClass: row.guidance.perClass ?? {},
    },
    levels: Object.fromEntries(
      BASES.map((basis) => [basis, row.levels[basis] ?? []]),
    ) as CriterionView['levels'],
  };
}

export function timetableView(edition: EditionRow): TimetableView {
  return {
    opensAt: edition.opensAt?.toISOString() ?? null,
    deadline: edition.deadline?.toISOString() ?? null,
    scoringClosesAt: edition.scoringClosesAt?.toISOString() ?? null,
    meetingAt: edition.meetingAt?.toISOString() ?? null,
    finalistsAt: edition.finalistsAt?.toISOString() ?? null,
    announcementAt: edition.announcementAt?.toISOString() ?? null,
  };
}
