import type {
  ClassStage,
  EditionPhase,
  NominationAction,
  NominationContent,
  NominationForm,
  NominationState,
  SizeClass,
} from '@award/award';
import type { Words } from '@award/editions/contract';
import { readyFilesOf, VERSION_AT_REFERENCE } from '@award/nominations/api';
import type { WrittenForm } from '@award/nominations/contract';

/** What has been sent in: before that nobody but the municipality reads a word. */
const SENT = `n.submitted_version_id is not null and n.state in ('submitted', 'in-eligibility-check', 'returned',
  'eligible', 'ineligible', 'in-review', 'assessed', 'withdrawn')`;

const COLUMNS = `
  n.id, n.edition_id as "editionId", n.state, n.class_code as "classCode", n.population,
  n.population_date::text as "populationDate", n.population_source as "populationSource",
  n.received_at as "receivedAt", n.return_due_at as "dueAt", n.class_reason is not null as reclassified,
  n.written_form as "writtenForm", e.form, s.content, ${readyFilesOf('s.content')} as "readyFiles", s.number as "versionNumber", s.sha256,
  m.id as "municipalityId", v.number, v.name, v.county_name as "countyName",
  v.valid_from <= e.reference_date and (v.valid_to is null or v.valid_to > e.reference_date) as "inRegister"`;

const FROM = `
from nomination n
join edition e on e.id = n.edition_id
join nomination_version s on s.id = n.submitted_version_id
join municipality m on m.id = n.municipality_id
join ${VERSION_AT_REFERENCE} v on true`;

export interface EntryColumns {
  id: string;
  editionId: string;
  state: NominationState;
  classCode: string;
  population: number;
  populationDate: string;
  populationSource: string;
  receivedAt: Date;
  dueAt: Date | null;
  reclassified: boolean;
  writtenForm: WrittenForm;
  form: Partial<NominationForm>;
  content: Partial<NominationContent>;
  /** Ids of the listed files that can be opened. */
  readyFiles: string[];
  versionNumber: number;
  sha256: string;
  municipalityId: string;
  number: string;
  name: string;
  countyName: string;
  inRegister: boolean;
}

/**
 * One page of the entries of a class, by name. $1 edition, $2 class, $3 state or null, $4 search or
 * null, $5 and $6 the name and id to go on after or null, $7 how many.
 */
export const ENTRIES = `
select ${COLUMNS} ${FROM}
where n.edition_id = $1 and n.class_code = $2 and ${SENT} and ($3::text is null or n.state = $3)
  and ($4::text is null or v.number = $4 or strpos(folded(v.name), folded($4)) > 0
    or strpos(lower(s.content ->> 'title'), lower($4)) > 0)
  and ($5::text is null or (v.name, n.id) > ($5 collate "nb-x-icu", $6::uuid))
order by v.name, n.id limit $7`;

/** How many of each class are in each state. $1 edition. */
export const COUNTS = `
select n.class_code as "classCode", n.state, count(*)::int as count
from nomination n where n.edition_id = $1 and ${SENT} group by 1, 2 order by 1, 2`;

export interface OneEntryColumns extends EntryColumns {
  now: Date;
  year: number;
  editionName: Words;
  phase: EditionPhase;
  opensAt: Date;
  deadline: Date;
  referenceDate: string;
  classes: (SizeClass & { name: Words; stage: ClassStage })[];
  checks: {
    outcome: 'eligible' | 'returned' | 'ineligible';
    checklist: Record<string, 'met' | 'not-met' | 'open'>;
    reason: string | null;
    dueAt: string | null;
    decidedBy: string | null;
    decidedAt: string;
  }[];
  reclassifications: {
    from: string;
    to: string;
    ground: 'register-error' | 'waiver';
    reason: string;
    decidedBy: string | null;
    decidedAt: string;
  }[];
  steps: {
    action: NominationAction;
    from: NominationState;
    to: NominationState;
    reason: string | null;
    by: string | null;
    at: string;
  }[];
}

/** One entry with its history, in one statement. $1 entry. */
export const ENTRY = `
select ${COLUMNS}, award_now() as now, e.year, e.name as "editionName", e.phase, e.opens_at as "opensAt", e.deadline,
  e.reference_date::text as "referenceDate",
  (select jsonb_agg(jsonb_build_object('code', c.code, 'name', c.name, 'stage', c.stage,
      'minPopulation', c.min_population, 'maxPopulation', c.max_population) order by c.position)
    from edition_class c where c.edition_id = e.id) as classes,
  (select coalesce(jsonb_agg(jsonb_build_object('outcome', k.outcome, 'checklist', k.checklist, 'reason', k.reason,
      'dueAt', k.due_at, 'decidedBy', p.name, 'decidedAt', k.decided_at) order by k.decided_at desc), '[]')
    from eligibility_check k left join person p on p.id = k.decided_by where k.nomination_id = n.id) as checks,
  (select coalesce(jsonb_agg(jsonb_build_object('from', r.from_class, 'to', r.to_class, 'ground', r.ground,
      'reason', r.reason, 'decidedBy', p.name, 'decidedAt', r.decided_at) order by r.decided_at desc), '[]')
    from reclassification r left join person p on p.id = r.decided_by where r.nomination_id = n.id) as reclassifications,
  (select coalesce(jsonb_agg(jsonb_build_object('action', t.action, 'from', t.from_state, 'to', t.to_state,
      'reason', t.reason, 'by', p.name, 'at', t.taken_at) order by t.taken_at), '[]')
    from nomination_step t left join person p on p.id = t.taken_by where t.nomination_id = n.id) as steps
${FROM} where n.id = $1 and ${SENT}`;

/** The edition and class of an entry that has been sent in. $1 entry. */
export const EDITION_OF_ENTRY = `select n.edition_id as "editionId", n.class_code as "classCode" from nomination n where n.id = $1 and ${SENT}`;

/** A file that the sent version of an entry lists, and what to call it. $1 entry, $2 file. */
export const FILE_OF_ENTRY = `
select v.name as subject, f.kind, s.content -> 'attachments' as attachments ${FROM} join file f on f.id = $2
where n.id = $1 and ${SENT}
  and s.content @> jsonb_build_object('attachments', jsonb_build_array(jsonb_build_object('fileId', $2::text)))`;
