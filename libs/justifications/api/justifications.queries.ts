import type { House, TextKind } from '@award/award';
import type { Db } from '@award/editions/api';
import { VERSION_AT_REFERENCE } from '@award/nominations/api';

export interface SignatureRow {
  seatId: string;
  personId: string;
  name: string;
  house: House;
  textSha256: string;
  signedAt: string;
}

/** An entry with its text of the kind; the text's columns are null before it has been saved. */
export interface FinalistRow {
  kind: TextKind;
  nominationId: string;
  municipalityId: string;
  municipality: string;
  county: string;
  title: string;
  entryForm: 'nb' | 'nn';
  id: string | null;
  writtenForm: 'nb' | 'nn' | null;
  text: string | null;
  stageText: string | null;
  internalNote: string | null;
  state: 'draft' | 'sealed' | null;
  sha256: string | null;
  authorId: string | null;
  author: string | null;
  sealedAt: Date | null;
  lockVersion: number | null;
  updatedAt: Date | null;
  signatures: SignatureRow[];
}

const FINALISTS = `
select $2::text as kind, n.id as "nominationId", n.municipality_id as "municipalityId", v.name as municipality, v.county_name as county,
  coalesce(s.content ->> 'title', '') as title, n.written_form as "entryForm",
  j.id, j.written_form as "writtenForm", j.text, j.stage_text as "stageText", j.internal_note as "internalNote", j.state, j.sha256,
  j.author_id as "authorId", (select name from person where id = j.author_id) as author, j.sealed_at as "sealedAt",
  j.lock_version as "lockVersion", j.updated_at as "updatedAt",
  (select coalesce(json_agg(json_build_object('seatId', o.seat_id, 'personId', t.person_id, 'name', t.name, 'house', o.house,
      'textSha256', o.text_sha256, 'signedAt', o.signed_at) order by o.signed_at), '[]')
    from sign_off o join seat t on t.id = o.seat_id where o.justification_id = j.id) as signatures
from unnest($1::uuid[]) with ordinality as wanted (id, place)
join nomination n on n.id = wanted.id
join edition e on e.id = n.edition_id
join municipality m on m.id = n.municipality_id
join ${VERSION_AT_REFERENCE} v on true
join nomination_version s on s.id = n.submitted_version_id
left join justification j on j.nomination_id = n.id and j.kind = $2
order by wanted.place`;

/** Entries in the order of the ids, each with its text of the kind. */
export function finalistRows(
  db: Db,
  nominationIds: readonly string[],
  kind: TextKind = 'justification',
): Promise<FinalistRow[]> {
  return db.query(FINALISTS, [nominationIds, kind]);
}

const OTHERS = `
select n.id from nomination n join edition e on e.id = n.edition_id join municipality m on m.id = n.municipality_id
join ${VERSION_AT_REFERENCE} v on true
where n.edition_id = $1 and n.class_code = $2 and n.state in ('in-review', 'assessed') and n.id <> all($3::uuid[])
order by v.name, v.number`;

/** Entries of a class that are not among the finalists and have not withdrawn, in the order of the alphabet. */
export async function otherEntries(
  db: Db,
  editionId: string,
  classCode: string,
  finalists: readonly string[],
): Promise<string[]> {
  const rows: { id: string }[] = await db.query(OTHERS, [editionId, classCode, finalists]);
  return rows.map(({ id }) => id);
}

export interface VersionRow {
  number: number;
  text: string;
  stageText: string;
  sha256: string;
  savedAt: Date;
  savedBy: string | null;
}

const VERSIONS = `
select v.number, v.text, v.stage_text as "stageText", v.sha256, v.saved_at as "savedAt", p.name as "savedBy"
from justification_version v left join person p on p.id = v.saved_by
where v.justification_id = $1 order by v.number desc limit 50`;

/** The newest fifty versions, newest first. */
export function versionRows(db: Db, justificationId: string): Promise<VersionRow[]> {
  return db.query(VERSIONS, [justificationId]);
}

export interface AssessmentRow {
  seatId: string;
  name: string;
  house: House;
  line: string;
  assessment: string;
}

const ASSESSMENTS = `
select s.seat_id as "seatId", t.name, t.house, s.line, s.assessment
from score_sheet s join seat t on t.id = s.seat_id
where s.nomination_id = $1 and s.seat_id = any($2) and s.state = 'locked' and (s.line <> '' or s.assessment <> '')
order by t.house, t.name`;

/** What the given members wrote on their locked sheets. */
export function assessmentRows(
  db: Db,
  nominationId: string,
  seatIds: readonly string[],
): Promise<AssessmentRow[]> {
  return db.query(ASSESSMENTS, [nominationId, seatIds]);
}

export interface FactsRow {
  names: string[];
  counties: string[];
  otherMunicipalities: string[];
  otherCounties: string[];
  sources: string[];
  entryTitle: string;
  entryText: string;
  entrySummary: string;
}

const FACTS = `
select
  array(select distinct x from municipality_version v, unnest(array[v.name, v.norwegian_name, v.sami_name]) x
    where v.municipality_id = n.municipality_id and x is not null) as names,
  array(select distinct v.county_name from municipality_version v where v.municipality_id = n.municipality_id) as counties,
  array(select distinct v.norwegian_name::text from municipality_version v
    where v.municipality_id <> n.municipality_id and v.valid_to is null) as "otherMunicipalities",
  array(select distinct v.county_name from municipality_version v where v.valid_to is null) as "otherCounties",
  array(select p.count::text from population p where p.municipality_id = n.municipality_id) || array[s.content::text, n.population::text, e.year::text]
    as sources,
  coalesce(s.content ->> 'title', '') as "entryTitle", coalesce(s.content ->> 'text', '') as "entryText",
  coalesce(s.content ->> 'summary', '') as "entrySummary"
from nomination n join edition e on e.id = n.edition_id join nomination_version s on s.id = n.submitted_version_id where n.id = $1`;

/** What the register and the entry know, to check a text against. */
export async function factsRow(db: Db, nominationId: string): Promise<FactsRow> {
  const [row] = await db.query(FACTS, [nominationId]);
  return row;
}
