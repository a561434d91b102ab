import type {
  Basis,
  ClassStage,
  EditionPhase,
  NominationAction,
  NominationContent,
  NominationForm,
  NominationState,
  SizeClass,
} from '@award/award';
import type { Guidance, Words } from '@award/editions/contract';
import type { TipView, WrittenForm } from '@award/nominations/contract';

/** An entry as the jury's areas know it without its text. */
export interface EntryOfClass {
  id: string;
  municipalityId: string;
  municipalityNumber: string;
  municipalityName: string;
  countyName: string;
  state: NominationState;
  title: string;
  basis: Basis | null;
  contactName: string;
  writtenForm: WrittenForm;
  population: number;
  submittedVersionId: string;
}

/** The municipality's version on the edition's reference date, or its first after. */
export const VERSION_AT_REFERENCE = `lateral (select * from municipality_version v where v.municipality_id = m.id
  order by v.valid_from <= e.reference_date desc, v.valid_from desc limit 1)`;

/**
 * Entry `n` of edition `e` is for municipality `m` to answer for: its own, that of a municipality which has gone whole
 * into it since the reference date, or one of a divided municipality for which it has been named. The entry keeps its
 * name and class.
 */
export const OF_MUNICIPALITY = `(n.municipality_id = m.id or exists (select from succession x where x.from_id = n.municipality_id
  and x.to_id = m.id and x.kind = 'merged' and x.on_date > e.reference_date)
  or exists (select from entry_successor x where x.nomination_id = n.id and x.municipality_id = m.id))`;

export const ENTRIES_OF_CLASS = `
select n.id, n.municipality_id as "municipalityId", v.number as "municipalityNumber", v.name as "municipalityName",
  v.county_name as "countyName", n.state, s.content ->> 'title' as title, s.content ->> 'basis' as basis,
  coalesce(s.content ->> 'contactName', '') as "contactName", n.written_form as "writtenForm", n.population,
  n.submitted_version_id as "submittedVersionId"
from nomination n
join edition e on e.id = n.edition_id
join municipality m on m.id = n.municipality_id
join ${VERSION_AT_REFERENCE} v on true
join nomination_version s on s.id = n.submitted_version_id
where n.edition_id = $1 and n.class_code = $2 and n.state in ('eligible', 'in-review', 'assessed')
order by v.name, v.number`;

export interface MyEntryRow {
  now: Date;
  editionId: string;
  year: number;
  name: Words;
  callText: Words;
  phase: EditionPhase;
  opensAt: Date | null;
  deadline: Date | null;
  referenceDate: string;
  form: Partial<NominationForm>;
  classes: (SizeClass & { name: Words; stage: ClassStage })[];
  criteria: { code: string; name: Words; guidance: Partial<Guidance> }[];
  municipalityId: string;
  registerWrittenForm: WrittenForm | 'neutral' | null;
  invented: boolean;
  number: string;
  municipalityName: string;
  countyName: string;
  figure: { population: number; source: string } | null;
  entry: MyEntryColumns | null;
}

export interface MyEntryColumns {
  id: string;
  state: NominationState;
  content: Partial<NominationContent>;
  writtenForm: WrittenForm;
  lockVersion: number;
  savedAt: string;
  savedBy: string | null;
  classCode: string | null;
  population: number | null;
  populationDate: string | null;
  populationSource: string | null;
  classReason: string | null;
  receivedAt: string | null;
  returnDueAt: string | null;
  createdAt: string;
  createdBy: string | null;
  submittedNumber: number | null;
  sha256: string | null;
  textHiddenAt: string | null;
  steps: StepColumns[];
  tips: TipView[];
}

export interface StepColumns {
  action: NominationAction;
  at: string;
  by: string | null;
  reason: string | null;
}

/** All that the municipality's own page shows, in one statement. $1 edition, $2 municipality. */
export const MY_ENTRY = `
select award_now() as now, e.id as "editionId", e.year, e.name, e.call_text as "callText", e.phase, e.opens_at as "opensAt",
  e.deadline, e.reference_date::text as "referenceDate", e.form,
  (select jsonb_agg(jsonb_build_object('code', c.code, 'name', c.name, 'stage', c.stage,
      'minPopulation', c.min_population, 'maxPopulation', c.max_population) order by c.position)
    from edition_class c where c.edition_id = e.id) as classes,
  (select coalesce(jsonb_agg(jsonb_build_object('code', k.code, 'name', k.name, 'guidance', k.guidance) order by k.position, k.code), '[]')
    from criterion k where k.edition_id = e.id) as criteria,
  m.id as "municipalityId", m.written_form as "registerWrittenForm", m.invented, v.number, v.name as "municipalityName",
  v.county_name as "countyName",
  (select jsonb_build_object('population', p.count, 'source', p.source) from population p
    where p.municipality_id = m.id and p.on_date = e.reference_date) as figure,
  (select jsonb_build_object('id', n.id, 'state', n.state, 'content', n.content, 'writtenForm', n.written_form,
      'lockVersion', n.lock_version, 'savedAt', n.updated_at, 'savedBy', (select name from person where id = n.updated_by),
      'classCode', n.class_code, 'population', n.population, 'populationDate', n.population_date,
      'populationSource', n.population_source, 'classReason', n.class_reason, 'receivedAt', n.received_at,
      'returnDueAt', n.return_due_at, 'createdAt', n.created_at,
      'createdBy', (select name from person where id = n.created_by),
      'textHiddenAt', (select h.asked_at from hidden_text h where h.nomination_id = n.id),
      'submittedNumber', s.number, 'sha256', s.sha256,
      'tips', (select coalesce(jsonb_agg(jsonb_build_object('why', t.why, 'senderName', t.sender_name, 'relation', t.relation,
          'region', t.region, 'confirmedAt', t.confirmed_at) order by t.confirmed_at), '[]') from tip t where t.nomination_id = n.id),
      'steps', (select coalesce(jsonb_agg(jsonb_build_object('action', t.action, 'at', t.taken_at, 'by', p.name,
          'reason', t.reason) order by t.taken_at), '[]')
        from nomination_step t left join person p on p.id = t.taken_by where t.nomination_id = n.id))
    from nomination n left join nomination_version s on s.id = n.submitted_version_id
    where n.edition_id = e.id and ${OF_MUNICIPALITY}
    order by (n.state <> 'withdrawn') desc, (n.municipality_id = m.id) desc, n.created_at desc limit 1) as entry
from edition e
join municipality m on m.id = $2
join ${VERSION_AT_REFERENCE} v on true
where e.id = $1`;

/** Names of municipalities in the order of the ids. $1 ids, $2 the date on which the names hold. */
export const MUNICIPALITY_NAMES = `
select m.id, v.name, v.county_name as "countyName"
from unnest($1::uuid[]) with ordinality as wanted (id, place)
join municipality m on m.id = wanted.id
join lateral (select * from municipality_version v where v.municipality_id = m.id
  order by v.valid_from <= $2::date desc, v.valid_from desc limit 1) v on true
order by wanted.place`;
