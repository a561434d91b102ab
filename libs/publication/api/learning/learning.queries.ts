/** Reads of the learning bank through the public pool: only what `public_example` shows. */
import type { FormSection, NominationContent } from '@award/award';
import type { Words } from '@award/editions/contract';
import { type ImageRow, IMAGES_OF_ENTRY } from '../images/image-views';

export interface ExampleRow {
  year: number;
  editionName: Partial<Words>;
  sample: boolean;
  classCode: string;
  className: Partial<Words>;
  number: string;
  name: string;
  county: string;
  nameNow: string;
  population: number;
  populationDate: string;
  winner: boolean;
  finalist: boolean;
  justification: string | null;
  justificationForm: 'nb' | 'nn' | null;
  ownForm: 'nb' | 'nn';
  content: SharedContent | null;
  contact: { name: string; email: string; phone: string } | null;
  /** The edition's form, when it is not the default one. */
  questions: FormSection[] | null;
  images: ImageRow[];
}

export type SharedContent = Omit<
  NominationContent,
  | 'contactName'
  | 'contactEmail'
  | 'contactPhone'
  | 'confirmedWithChiefExecutive'
  | 'partners'
  | 'neighbours'
  | 'attachments'
>;

export interface ListedRow {
  year: number;
  sample: boolean;
  classCode: string;
  className: Partial<Words>;
  number: string;
  name: string;
  county: string;
  winner: boolean;
  finalist: boolean;
  title: string | null;
  /** Hits stand between U+E000 and U+E001. */
  excerpt: string;
  writtenForm: 'nb' | 'nn';
  found: number;
}

export interface ShelfRow {
  year: number;
  classCode: string;
  className: Partial<Words>;
  county: string;
  fields: string[];
  traits: string[];
  basis: string | null;
}

const FROM = `
from public_example x
join public_edition e on e.id = x.edition_id
join public_edition_class c on c.edition_id = x.edition_id and c.code = x.class_code
join lateral (select o.number, o.name, o.county_name from municipality_version o where o.municipality_id = x.municipality_id
  order by (o.valid_from <= x.population_date) desc, o.valid_from desc limit 1) v on true`;

/** What there is to choose from, one row for each example. */
export const SHELVES = `
select e.year, x.class_code as "classCode", c.name as "className", v.county_name as county,
  x.fields, x.traits, x.basis
${FROM} order by e.year desc, c.position`;

const FILTERED = `($2::text is null or x.class_code = $2) and ($3::int is null or e.year = $3)
  and ($4::text is null or v.county_name = $4)
  and ($5::text is null or $5 = any(x.fields))
  and ($6::text is null or $6 = any(x.traits))
  and ($7::text is null or x.basis = $7)`;

/** The searched words, each read once and not for every row. */
const WORDS = `words as materialized (
  select to_tsquery('norwegian', w ->> 'query') as query, w ->> 'folded' as folded,
    array(select jsonb_array_elements_text(w -> 'traits')) as traits, array(select jsonb_array_elements_text(w -> 'fields')) as fields
  from jsonb_array_elements($1::jsonb) w)`;

const PLACE = `folded(v.name || ' ' || v.county_name) like '%' || w.folded || '%'`;

/** Each word in the text by its stem or another word for it, among the traits or fields, or in the name of the place. */
const BY_WORDS = `not exists (select from words w where not (numnode(w.query) = 0
  or coalesce(x.own_text, '') @@ w.query or coalesce(x.reasons, '') @@ w.query
  or x.traits && w.traits or x.fields && w.fields or ${PLACE}))`;

/** Each word anywhere, inside a longer one too: what a compound word hides from the stems. */
const INSIDE_WORDS = `not exists (select from words w where not (coalesce(x.own_letters, '') like '%' || w.folded || '%'
  or coalesce(x.reasons_letters, '') like '%' || w.folded || '%' or ${PLACE}))`;

const ANY_WORD = `(select to_tsquery('norwegian', string_agg('(' || (w ->> 'query') || ')', ' | ')) from jsonb_array_elements($1::jsonb) w)`;

const OWN_TEXT = `coalesce(nullif(x.content ->> 'summary', ''), x.content ->> 'text', x.justification)`;

/** The texts are long: they are read for the rows that are shown, and for no others. */
function listing(matches: string): string {
  return `
with ${WORDS}, found as materialized (
  select x.entry_id, e.year, e.sample, x.class_code as "classCode", c.name as "className", c.position, v.number, v.name,
    v.county_name as county, x.winner, x.finalist, count(*) over ()::int as found,
    case when $1::jsonb = '[]' then 0 else ts_rank(coalesce(x.own_text, ''::tsvector), ${ANY_WORD})
      + ts_rank(coalesce(x.reasons, ''::tsvector), ${ANY_WORD}) end as rank
  ${FROM} where ${FILTERED} and ${matches}
  order by rank desc, e.year desc, c.position, x.winner desc, x.finalist desc, v.name, v.number
  limit $8 offset $9)
select f.year, f.sample, f."classCode", f."className", f.number, f.name, f.county, f.winner, f.finalist, f.found,
  nullif(x.content ->> 'title', '') as title, case when x.content is null then x.justification_form else x.own_form end as "writtenForm",
  case when $1::jsonb = '[]' then left(${OWN_TEXT}, 400)
    else ts_headline('norwegian', concat_ws(E'\\n', x.content ->> 'summary', x.content ->> 'text', x.justification, x.content ->> 'difficult',
      x.content ->> 'business', (select string_agg(t.value, E'\\n') from jsonb_each_text(x.content -> 'traits') t),
      (select string_agg(t.value, E'\\n') from jsonb_each_text(x.content -> 'answers') t)), ${ANY_WORD},
      E'StartSel=\\uE000, StopSel=\\uE001, MaxFragments=2, MaxWords=35, MinWords=15, FragmentDelimiter=" … "') end as excerpt
from found f
cross join lateral (select * from public_example o where o.entry_id = f.entry_id) x
order by f.rank desc, f.year desc, f.position, f.winner desc, f.finalist desc, f.name, f.number`;
}

/** $1 words, $2 class, $3 year, $4 county, $5 field, $6 trait, $7 basis, $8 how many, $9 after how many. */
export const EXAMPLES = listing(BY_WORDS);
export const EXAMPLES_INSIDE_WORDS = listing(INSIDE_WORDS);

/** $1 year, $2 a number that the municipality had at the time. */
export const ONE_EXAMPLE = `
select e.year, e.name as "editionName", e.sample, x.class_code as "classCode", c.name as "className", v.number, v.name,
  v.county_name as county, l.name as "nameNow", x.population, to_char(x.population_date, 'YYYY-MM-DD') as "populationDate",
  x.winner, x.finalist, x.justification, x.justification_form as "justificationForm", x.own_form as "ownForm", x.content, x.contact, x.questions,
  coalesce((select ${IMAGES_OF_ENTRY} from released_entry r where r.edition_id = x.edition_id
    and r.municipality_id = x.municipality_id and r.withdrawn_at is null), '[]') as images
${FROM}
join lateral (select o.name from municipality_version o where o.municipality_id = x.municipality_id
  order by o.valid_from desc limit 1) l on true
where e.year = $1 and v.number = $2`;

/** Year and number of every example, for the site map. */
export const EXAMPLE_ADDRESSES = `select e.year, v.number ${FROM} order by e.year desc, v.number`;
