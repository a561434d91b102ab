/** Reads of the public pool: released views and the register only. One statement each, whatever the number of rows. */
import type { CorrectionKind, EditionPhase, Postponable, ReleaseText } from '@award/award';
import type { Words } from '@award/editions/contract';
import type { JuryPageView } from '@award/publication/contract';
import { type ImageRow, IMAGES_OF_ENTRY } from './images/image-views';

export interface EditionRow {
  id: string;
  year: number;
  name: Partial<Words>;
  phase: EditionPhase;
  sample: boolean;
  asPublished: boolean;
  callText: Partial<Words>;
  event: {
    name?: string;
    form?: 'hall' | 'digital' | 'both';
    place?: string;
    signUpUrl?: string;
    streamUrl?: string;
  };
  referenceDate: string;
  opensAt: Date | null;
  deadline: Date | null;
  finalistsAt: Date | null;
  announcementAt: Date | null;
  /** What has been postponed, from when to when, and since when that is so. */
  moved: { field: Postponable; from: string; to: string; at: string }[];
  classes: {
    code: string;
    name: Partial<Words>;
    minPopulation: number | null;
    maxPopulation: number | null;
    entries: number | null;
  }[];
  /** What has been corrected, the newest first. */
  corrections: { classCode: string; kind: CorrectionKind; note: string; at: string }[];
  /** Scopes whose winners are released, and `all` when the finalists are. */
  released: string[];
  /** Those of them that the live page does not tell yet. */
  held: string[];
}

/** Every edition that the public knows of, newest first. */
export const PUBLIC_EDITIONS = `
select e.id, e.year, e.name, e.phase, e.sample, e.as_published as "asPublished", e.call_text as "callText", e.event,
  to_char(e.reference_date, 'YYYY-MM-DD') as "referenceDate", e.opens_at as "opensAt", e.deadline,
  e.finalists_at as "finalistsAt", e.announcement_at as "announcementAt",
  (select coalesce(json_agg(json_build_object('field', m.field, 'from', m.before, 'to', m.after, 'at', m.confirmed_at)), '[]')
    from public_postponement m where m.edition_id = e.id) as moved,
  (select coalesce(json_agg(json_build_object('code', c.code, 'name', c.name, 'minPopulation', c.min_population,
      'maxPopulation', c.max_population, 'entries', p.entries) order by c.position), '[]')
    from public_edition_class c left join public_participation p on p.edition_id = c.edition_id and p.class_code = c.code
    where c.edition_id = e.id) as classes,
  (select coalesce(json_agg(json_build_object('classCode', k.class_code, 'kind', k.kind, 'note', k.note, 'at', k.released_at)
      order by k.released_at desc), '[]')
    from public_correction k where k.edition_id = e.id) as corrections,
  array(select r.scope from public_release r where r.edition_id = e.id order by r.scope) as released,
  array(select r.scope from public_release r where r.edition_id = e.id and not r.on_live_page order by r.scope) as held
from public_edition e order by e.year desc`;

export interface EntryRow {
  editionId: string;
  classCode: string;
  municipalityId: string;
  number: string;
  name: string;
  county: string;
  nameNow: string;
  /** Null when the municipality has ended. */
  numberNow: string | null;
  /** Its number now, or that of the municipality which it became a part of. */
  placeNumber: string | null;
  population: number;
  populationDate: string;
  populationSource: string;
  winner: boolean;
  position: number;
  justification: string | null;
  writtenForm: 'nb' | 'nn' | null;
  source: string | null;
  withdrawnAt: Date | null;
  /** The municipality has asked for its text and pictures to be hidden. */
  textHidden: boolean;
  /** Since when the text reads as it does; null when it has read so from the first. */
  correctedAt: Date | null;
  prizeWithdrawnAt: Date | null;
  images: ImageRow[];
}

const ENTRY = `
select r.edition_id as "editionId", r.class_code as "classCode", r.municipality_id as "municipalityId", v.number, v.name,
  v.county_name as county, coalesce(a.name, l.name) as "nameNow", case when l.valid_to is null then l.number end as "numberNow",
  case when l.valid_to is null then l.number else (select o.number from succession s join municipality_version o on o.municipality_id = s.to_id
    where s.from_id = r.municipality_id order by s.on_date desc, o.valid_from desc limit 1) end as "placeNumber",
  r.population, to_char(r.population_date, 'YYYY-MM-DD') as "populationDate", r.population_source as "populationSource",
  r.winner, r.position, r.justification, r.written_form as "writtenForm", r.source, r.withdrawn_at as "withdrawnAt", r.text_hidden as "textHidden",
  r.corrected_at as "correctedAt", r.prize_withdrawn_at as "prizeWithdrawnAt",
  ${IMAGES_OF_ENTRY} as images
from released_entry r
join lateral (select o.number, o.name, o.county_name from municipality_version o where o.municipality_id = r.municipality_id
  order by (o.valid_from <= r.population_date) desc, o.valid_from desc limit 1) v on true
join lateral (select o.number, o.name, o.valid_to from municipality_version o where o.municipality_id = r.municipality_id
  order by o.valid_from desc limit 1) l on true
left join lateral (select string_agg(t.name, ', ' order by t.name) as name from succession s
  join lateral (select o.name from municipality_version o where o.municipality_id = s.to_id order by o.valid_from desc limit 1) t on true
  where s.from_id = r.municipality_id and l.valid_to is not null and s.kind in ('merged', 'divided')
    and s.on_date = (select max(x.on_date) from succession x where x.from_id = r.municipality_id)) a on true`;

/** The released entries of some editions: winners first, then in the order of the decision. */
export const RELEASED_OF_EDITIONS = `${ENTRY} where r.edition_id = any($1)
order by r.edition_id, r.class_code, r.winner desc, r.position, v.name`;

/** The released entries of some municipalities. */
export const RELEASED_OF_MUNICIPALITIES = `${ENTRY} where r.municipality_id = any($1)
order by r.class_code, v.name`;

/**
 * By what the jury judges, who sits in it (told with the finalists), and who stepped out (told when every class has its
 * winner).
 */
export const JURY = `
select u.quorum, u.criteria, u.numbers,
  (select coalesce(jsonb_agg(jsonb_build_object('classCode', j.class_code, 'name', j.name, 'house', j.house, 'role', j.role)
      order by array_position(array['leader', 'deputy-leader', 'member', 'deputy'], j.role), j.house, j.name), '[]')
    from public_juror j where j.edition_id = u.edition_id) as members,
  (select coalesce(jsonb_agg(jsonb_build_object('classCode', s.class_code, 'name', s.name, 'house', s.house)
      order by s.class_code, s.house, s.name), '[]')
    from public_stepped_out s where s.edition_id = u.edition_id) as "steppedOut"
from public_rules u where u.edition_id = $1`;

export interface JuryRow {
  quorum: number;
  criteria: { name: Partial<Words>; weight: number }[];
  numbers: Record<string, { finalists: number; winners: number }>;
  members: (JuryPageView['classes'][number]['members'][number] & { classCode: string })[];
  steppedOut: JuryPageView['steppedOut'];
}

export interface ReleasedRow {
  editionId: string;
  scope: string;
  at: Date | null;
  /** What was sent out with it, as it stands; null without one. */
  words: ReleaseText | null;
}

/** When what was released, and the text that was sent out with it. */
export const RELEASES = `
select r.edition_id as "editionId", r.scope, r.released_at as at, t.words
from public_release r left join public_release_text t on t.edition_id = r.edition_id and t.scope = r.scope
order by r.edition_id, r.scope`;

/** How many took part by county, most first; counties with one entry are counted together under null. */
export const PARTICIPATION_BY_COUNTY = `
select county as name, entries from public_participation_county where edition_id = $1
order by county is null, entries desc, county collate "nb-x-icu"`;

/** Who stepped out of which class; no rows before every class has its winner. */
export const STEPPED_OUT = `
select class_code as "classCode", name, house from public_stepped_out where edition_id = $1 order by class_code, house, name`;

/** Whom journalists ring about an edition. */
export const PRESS_CONTACTS = `select press_contacts as contacts from public_edition where id = $1`;
