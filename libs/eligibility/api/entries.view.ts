import {
  automaticChecks,
  type Actor,
  type Checklist,
  isImage,
  may,
  mayBeSent,
  mayReclassify,
  nextWorkingDayAtNoon,
  nominationActs,
  type NominationContent,
  type NominationForm,
  phaseAllows,
  rightsConfirmed,
  type Role,
  wholeContent,
  wholeForm,
} from '@award/award';
import type { CheckedEntryView, EntryRow } from '@award/eligibility/contract';
import { referenceOf } from '@award/nominations/api';
import type { EntryColumns, OneEntryColumns } from './entries.queries';
import { RECLASSIFIED_IN } from './reclassification-states';

const YEAR = 365 * 24 * 60 * 60 * 1000;

/** What on the checklist follows from the text as it was sent and from the register. */
export function automaticAnswers(entry: {
  content: Partial<NominationContent>;
  readyFiles: readonly string[];
  form: Partial<NominationForm>;
  classCode: string | null;
  inRegister: boolean;
}): Checklist {
  const content = wholeContent(entry.content);
  return automaticChecks({
    municipalityInRegister: entry.inRegister,
    classCode: entry.classCode,
    complete: mayBeSent(content, wholeForm(entry.form)).allowed,
    confirmedWithChiefExecutive: content.confirmedWithChiefExecutive,
    attachments: content.attachments.map(({ fileId }) => ({
      readable: entry.readyFiles.includes(fileId),
    })),
    images: content.attachments
      .filter(({ kind }) => isImage(kind))
      .map((one) => ({ rightsConfirmed: rightsConfirmed(one) })),
  });
}

export function entryRow(row: EntryColumns): EntryRow {
  return {
    id: row.id,
    municipality: municipalityOf(row),
    title: wholeContent(row.content).title,
    state: row.state,
    classCode: row.classCode,
    population: row.population,
    populationDate: row.populationDate,
    receivedAt: row.receivedAt.toISOString(),
    dueAt: row.dueAt?.toISOString() ?? null,
    checklist: automaticAnswers(row),
    reclassified: row.reclassified,
  };
}

/** One entry as the secretariat sees it; `neighbours` are the content's, by name. */
export function checkedEntryView(
  row: OneEntryColumns,
  role: Role,
  neighbours: CheckedEntryView['neighbours'],
): CheckedEntryView {
  return {
    now: row.now.toISOString(),
    id: row.id,
    edition: { id: row.editionId, year: row.year, name: row.editionName },
    municipality: municipalityOf(row),
    state: row.state,
    reference: referenceOf(row.year, row.number, row.versionNumber),
    versionNumber: row.versionNumber,
    sha256: row.sha256,
    receivedAt: row.receivedAt.toISOString(),
    classCode: row.classCode,
    classes: row.classes.map(({ code, name }) => ({ code, name })),
    population: row.population,
    populationDate: row.populationDate,
    populationSource: row.populationSource,
    writtenForm: row.writtenForm,
    content: wholeContent(row.content),
    form: wholeForm(row.form),
    readyFiles: row.readyFiles,
    neighbours,
    checklist: automaticAnswers(row),
    dueAt: row.dueAt?.toISOString() ?? null,
    acts: actsOf(row, role),
    checks: row.checks.map((check) => ({
      outcome: check.outcome,
      checklist: check.checklist as Checklist,
      reason: check.reason,
      dueAt: check.dueAt && iso(check.dueAt),
      decidedBy: check.decidedBy,
      decidedAt: iso(check.decidedAt),
    })),
    reclassifications: row.reclassifications.map((one) => ({
      from: one.from,
      to: one.to,
      ground: one.ground,
      reason: one.reason,
      decidedBy: one.decidedBy,
      decidedAt: iso(one.decidedAt),
    })),
    steps: row.steps.map((step) => ({
      action: step.action,
      from: step.from,
      to: step.to,
      reason: step.reason,
      by: step.by,
      at: iso(step.at),
    })),
  };
}

/** The acts whose forms are shown: what is still to be filled in is taken as filled in. */
function actsOf(row: OneEntryColumns, actor: Role & Actor): CheckedEntryView['acts'] {
  const acts = nominationActs({
    state: row.state,
    actor,
    phase: row.phase,
    opensAt: row.opensAt,
    deadline: row.deadline,
    receivedAt: row.now,
    stage: row.classes.find(({ code }) => code === row.classCode)?.stage ?? 'waiting',
    complete: true,
    heldAnswerDue: nextWorkingDayAtNoon(row.deadline),
    returnDue: row.dueAt,
    listed: 1,
    newDue: new Date(row.now.getTime() + YEAR),
    checklistMet: true,
    reason: 'to be written',
  }).filter((act) => act !== 'start-review' && act !== 'finish-review');
  return mayMove(row, actor) ? [...acts, 'reclassify'] : acts;
}

function mayMove(row: OneEntryColumns, role: Role): boolean {
  return (
    may(role, 'nomination:reclassify').allowed &&
    RECLASSIFIED_IN.includes(row.state) &&
    phaseAllows(row.phase, 'reclassify').allowed &&
    row.classes.some(
      ({ code }) =>
        mayReclassify({
          from: row.classCode,
          to: code,
          classes: row.classes,
          stages: Object.fromEntries(row.classes.map((one) => [one.code, one.stage])),
          reason: 'to be written',
        }).allowed,
    )
  );
}

function municipalityOf(row: EntryColumns): EntryRow['municipality'] {
  return {
    id: row.municipalityId,
    number: row.number,
    name: row.name,
    countyName: row.countyName,
  };
}

function iso(at: string): string {
  return new Date(at).toISOString();
}
