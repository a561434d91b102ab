import {
  type Actor,
  allOf,
  formProblems,
  may,
  mayBeSent,
  mayHideText,
  mayNomination,
  mayStartNomination,
  nextWorkingDayAtNoon,
  nominationActs,
  NOMINATION_WORKFLOW,
  type NominationAction,
  type NominationAct,
  type NominationSituation,
  type NominationState,
  sizeClassOf,
  whatIsMissing,
  wholeContent,
  wholeForm,
} from '@award/award';
import type {
  CallView,
  ClassificationView,
  EntryView,
  EventView,
  MyEntryView,
  SubmittedView,
} from '@award/nominations/contract';
import type { MyEntryColumns, MyEntryRow, StepColumns } from './nominations.queries';

/** States in which what was sent in stands as sent. */
const SENT: readonly NominationState[] = [
  'submitted',
  'in-eligibility-check',
  'returned',
  'eligible',
  'ineligible',
  'in-review',
  'assessed',
];

/** Steps whose reason is written to the municipality, or by it. */
const REASON_TOLD: readonly NominationAction[] = [
  'return',
  'find-ineligible',
  'reopen-check',
  'withdraw',
];

/** What the municipality sees of its own entry; `neighbours` are the content's, by name. */
export function myEntryView(
  row: MyEntryRow,
  actor: Actor,
  neighbours: EntryView['neighbours'],
): MyEntryView {
  return {
    now: row.now.toISOString(),
    call: callView(row),
    municipality: {
      id: row.municipalityId,
      number: row.number,
      name: row.municipalityName,
      countyName: row.countyName,
      writtenForm: row.registerWrittenForm,
      invented: row.invented,
    },
    classification: classificationView(row),
    entry: row.entry && entryView(row, row.entry, actor, neighbours),
    mayStart: mayStart(row, actor),
  };
}

/** What to refer to: the year, the municipality's number and the version that was sent. */
export function referenceOf(year: number, municipalityNumber: string, version: number): string {
  return `${year}-${municipalityNumber}-${version}`;
}

function callView(row: MyEntryRow): CallView {
  return {
    editionId: row.editionId,
    year: row.year,
    name: row.name,
    callText: row.callText,
    phase: row.phase,
    opensAt: row.opensAt?.toISOString() ?? null,
    deadline: row.deadline?.toISOString() ?? null,
    heldAnswerDue: row.deadline && nextWorkingDayAtNoon(row.deadline).toISOString(),
    referenceDate: row.referenceDate,
    form: wholeForm(row.form),
    classes: row.classes.map(({ code, name, minPopulation, maxPopulation }) => ({
      code,
      name,
      minPopulation,
      maxPopulation,
    })),
    criteria: row.criteria,
  };
}

function classificationView(row: MyEntryRow): ClassificationView | null {
  const { entry, figure } = row;
  if (entry !== null && SENT.includes(entry.state)) {
    const { classCode, population, populationDate, populationSource, classReason } = entry;
    if (classCode === null || population === null) return null;
    return {
      classCode,
      population,
      date: populationDate ?? row.referenceDate,
      source: populationSource ?? '',
      frozen: true,
      reason: classReason,
    };
  }
  const found = figure && sizeClassOf(figure.population, row.classes);
  if (!found || !figure) return null;
  return {
    classCode: found.code,
    population: figure.population,
    date: row.referenceDate,
    source: figure.source,
    frozen: false,
    reason: null,
  };
}

function entryView(
  row: MyEntryRow,
  entry: MyEntryColumns,
  actor: Actor,
  neighbours: EntryView['neighbours'],
): EntryView {
  const content = wholeContent(entry.content);
  const form = wholeForm(row.form);
  return {
    id: entry.id,
    state: toldState(entry.state),
    content,
    writtenForm: entry.writtenForm,
    lockVersion: entry.lockVersion,
    savedAt: iso(entry.savedAt),
    savedBy: entry.savedBy,
    submitted: submittedView(row, entry),
    returned: returnedView(entry),
    missing: whatIsMissing(content, form),
    problems: formProblems(content, form),
    acts: actsOf(row, entry, actor),
    events: eventsOf(entry),
    textHiddenAt: entry.textHiddenAt && iso(entry.textHiddenAt),
    mayHideText: entry.textHiddenAt === null && mayHide(entry, actor),
    tips: entry.tips.map((tip) => ({ ...tip, confirmedAt: iso(tip.confirmedAt) })),
    neighbours,
  };
}

/** That the jury has finished with a class is told to nobody before the release. */
function toldState(state: NominationState): NominationState {
  return state === 'assessed' ? 'in-review' : state;
}

function submittedView(row: MyEntryRow, entry: MyEntryColumns): SubmittedView | null {
  const { state, submittedNumber, sha256, receivedAt } = entry;
  if (!SENT.includes(state) || submittedNumber === null || sha256 === null || !receivedAt) {
    return null;
  }
  return {
    reference: referenceOf(row.year, row.number, submittedNumber),
    versionNumber: submittedNumber,
    sha256,
    receivedAt: iso(receivedAt),
  };
}

function returnedView({ state, returnDueAt, steps }: MyEntryColumns): EntryView['returned'] {
  if (state !== 'returned' || returnDueAt === null) return null;
  const asked = steps.findLast(({ action }) => action === 'return');
  return { reason: asked?.reason ?? '', dueAt: iso(returnDueAt) };
}

function actsOf(row: MyEntryRow, entry: MyEntryColumns, actor: Actor): NominationAct[] {
  if (row.opensAt === null || row.deadline === null) return [];
  const situation: NominationSituation = {
    state: entry.state,
    actor,
    phase: row.phase,
    opensAt: row.opensAt,
    deadline: row.deadline,
    receivedAt: row.now,
    stage: row.classes.find(({ code }) => code === entry.classCode)?.stage ?? 'waiting',
    complete: mayBeSent(wholeContent(entry.content), wholeForm(row.form)).allowed,
    heldAnswerDue: nextWorkingDayAtNoon(row.deadline),
    returnDue: entry.returnDueAt === null ? null : new Date(entry.returnDueAt),
  };
  return [
    ...(mayNomination('write', situation).allowed ? (['write'] as const) : []),
    ...nominationActs(situation),
  ];
}

function mayHide({ state }: MyEntryColumns, actor: Actor): boolean {
  return actor !== 'clock' && allOf(mayHideText(state), may(actor, 'nomination:withdraw')).allowed;
}

function mayStart(row: MyEntryRow, actor: Actor): boolean {
  if (row.opensAt === null || row.deadline === null) return false;
  return mayStartNomination({
    actor,
    phase: row.phase,
    opensAt: row.opensAt,
    deadline: row.deadline,
    receivedAt: row.now,
    existing: row.entry === null ? [] : [row.entry.state],
  }).allowed;
}

function eventsOf(entry: MyEntryColumns): EventView[] {
  return [
    { action: 'start', at: iso(entry.createdAt), by: entry.createdBy, reason: null },
    ...entry.steps.filter(({ action }) => action !== 'finish-review').map(eventOf),
  ];
}

function eventOf({ action, at, by, reason }: StepColumns): EventView {
  const byMunicipality = NOMINATION_WORKFLOW.some(
    (row) => row.action === action && row.who.some((who) => who.startsWith('municipality-')),
  );
  return {
    action,
    at: iso(at),
    by: byMunicipality ? by : null,
    reason: REASON_TOLD.includes(action) ? reason : null,
  };
}

function iso(at: string): string {
  return new Date(at).toISOString();
}
