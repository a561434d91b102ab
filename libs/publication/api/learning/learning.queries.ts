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

const FIELDS_OF = `(select coalesce(array_agg(distinct f), '{}') from (
    select x.content ->> 'mainField' as f union select jsonb_array_elements_text(x.content -> 'fields')) named where f is not null)`;
const TRAITS_OF = `(select coalesce(array_agg(t.key), '{}') from jsonb_each_text(x.content -> 'traits') t where t.value <> '')`;

/** What there is to choose from, one row for each example. */
export const SHELVES = `
select e.year, x.class_code as "classCode", c.name as "className", v.county_name as county,
  ${FIELDS_OF} as fields, ${TRAITS_OF} as traits, x.content ->> 'basis' as basis
${FROM} order by e.year desc, c.position`;

const FILTERED = `($2::text is null or x.class_code = $2) and ($3::int is null or e.year = $3)
  and ($4::text is null or v.county_name = $4)
  and ($5::text is null or x.content ->> 'mainField' = $5 or x.content -> 'fields' ? $5)
  and ($6::text is null or coalesce(x.content -> 'traits' ->> $6, '') <> '')
  and ($7::text is null or x.content ->> 'basis' = $7)`;

const PLACE = `folded(v.name || ' ' || v.county_name) like '%' || (w ->> 'folded') || '%'`;

/** Each word in the text by its stem or another word for it, among the traits or fields, or in the name of the place. */
const BY_WORDS = `(select coalesce(bool_and(numnode(to_tsquery('norwegian', w ->> 'query')) = 0
    or coalesce(x.document, ''::tsvector) @@ to_tsquery('norwegian', w ->> 'query')
    or ${TRAITS_OF} && array(select jsonb_array_elements_text(w -> 'traits'))
    or ${FIELDS_OF} && array(select jsonb_array_elements_text(w -> 'fields'))
    or ${PLACE}), true)
  from jsonb_array_elements($1::jsonb) w)`;

const ALL_TEXT = `concat_ws(' ', x.justification, (select string_agg(s #>> '{}', ' ')
  from jsonb_path_query(x.content - array['basis', 'mainField', 'fields'], 'strict $.** ? (@.type() == "string")') s))`;

/** Each word anywhere, inside a longer one too: what a compound word hides from the stems. */
const INSIDE_WORDS = `(select bool_and(folded(${ALL_TEXT}) like '%' || (w ->> 'folded') || '%' or ${PLACE})
  from jsonb_array_elements($1::jsonb) w)`;

const ANY_WORD = `(select to_tsquery('norwegian', string_agg('(' || (w ->> 'query') || ')', ' | ')) from jsonb_array_elements($1::jsonb) w)`;

const OWN_TEXT = `coalesce(nullif(x.content ->> 'summary', ''), x.content ->> 'text', x.justification)`;

function listing(matches: string): string {
  return `
with found as (
  select e.year, e.sample, x.class_code as "classCode", c.name as "className", c.position, v.number, v.name, v.county_name as county,
    x.winner, x.finalist, nullif(x.content ->> 'title', '') as title, x.content, x.justification,
    case when x.content is null then x.justification_form else x.own_form end as "writtenForm",
    ${OWN_TEXT} as beginning, count(*) over ()::int as found,
    case when $1::jsonb = '[]' then 0 else ts_rank(coalesce(x.document, ''::tsvector), ${ANY_WORD}) end as rank
  ${FROM} where ${FILTERED} and ${matches}
  order by rank desc, e.year desc, c.position, x.winner desc, x.finalist desc, v.name, v.number
  limit $8 offset $9)
select year, sample, "classCode", "className", number, name, county, winner, finalist, title, "writtenForm", found,
  case when $1::jsonb = '[]' then left(x.beginning, 400)
    else ts_headline('norwegian', concat_ws(E'\\n', x.content ->> 'summary', x.content ->> 'text', x.justification, x.content ->> 'difficult',
      x.content ->> 'business', (select string_agg(t.value, E'\\n') from jsonb_each_text(x.content -> 'traits') t)), ${ANY_WORD},
      E'StartSel=\\uE000, StopSel=\\uE001, MaxFragments=2, MaxWords=35, MinWords=15, FragmentDelimiter=" … "') end as excerpt
from found x order by rank desc, year desc, position, winner desc, finalist desc, name, number`;
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
