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

/** What an example is found and sorted by, without its texts. */
export interface CatalogueRow {
  id: string;
  year: number;
  sample: boolean;
  classCode: string;
  className: Partial<Words>;
  number: string;
  name: string;
  county: string;
  /** Name and county as places are compared. */
  place: string;
  winner: boolean;
  finalist: boolean;
  fields: string[];
  traits: string[];
  basis: string | null;
}

export interface HitRow {
  /** Null in the one row that tells which words are too small to be looked for. */
  id: string | null;
  rank: number;
  /** The places of the words that were hit, from 0. */
  words: number[];
}

export interface ShownRow {
  id: string;
  title: string | null;
  /** Hits stand between U+E000 and U+E001. */
  excerpt: string;
  writtenForm: 'nb' | 'nn';
}

const FROM = `
from public_example x
join public_edition e on e.id = x.edition_id
join public_edition_class c on c.edition_id = x.edition_id and c.code = x.class_code
join lateral (select o.number, o.name, o.county_name from municipality_version o where o.municipality_id = x.municipality_id
  order by (o.valid_from <= x.population_date) desc, o.valid_from desc limit 1) v on true`;

/** Every example in the order of the list. */
export const CATALOGUE = `
select x.entry_id as id, e.year, e.sample, x.class_code as "classCode", c.name as "className", v.number, v.name, v.county_name as county,
  folded(v.name || ' ' || v.county_name) as place, x.winner, x.finalist, x.fields, x.traits, x.basis
${FROM} order by e.year desc, c.position, x.winner desc, x.finalist desc, v.name, v.number`;

/** The searched words, each read once and not for every row. */
const WORDS = `words as materialized (
  select to_tsquery('norwegian', w ->> 'query') as query, w ->> 'folded' as folded, (at - 1)::int as at
  from jsonb_array_elements($1::jsonb) with ordinality as given (w, at))`;

const ANY_WORD = `(select to_tsquery('norwegian', string_agg('(' || (w ->> 'query') || ')', ' | ')) from jsonb_array_elements($1::jsonb) w)`;

/** Which words stand in which texts, by their stems or as another word for the same. $1 words. A long text is unpacked once. */
export const HITS = `
with ${WORDS}
select x.entry_id as id, ts_rank(x.texts, ${ANY_WORD}) as rank, array(select w.at from words w where x.texts @@ w.query) as words
from (select entry_id, coalesce(own_text, '') || coalesce(reasons, '') as texts from public_example offset 0) x
where x.texts @@ ${ANY_WORD}
union all select null, 0, array(select w.at from words w where numnode(w.query) = 0)`;

/** Which words stand anywhere, inside a longer one too: what a compound word hides from the stems. $1 words. */
export const HITS_INSIDE_WORDS = `
with ${WORDS}, held as (
  select x.entry_id as id, array(select w.at from words w where strpos(x.letters, w.folded) > 0) as words
  from (select entry_id, coalesce(own_letters, '') || ' ' || coalesce(reasons_letters, '') as letters from public_example offset 0) x)
select id, 0 as rank, words from held where words <> '{}'`;

const OWN_TEXT = `coalesce(nullif(x.content ->> 'summary', ''), x.content ->> 'text', x.justification)`;

/** The texts are long: they are read for the examples that are shown, and for no others. $1 words, $2 ids. */
export const SHOWN = `
select x.entry_id as id, nullif(x.content ->> 'title', '') as title,
  case when x.content is null then x.justification_form else x.own_form end as "writtenForm",
  case when $1::jsonb = '[]' then left(${OWN_TEXT}, 400)
    else ts_headline('norwegian', concat_ws(E'\\n', x.content ->> 'summary', x.content ->> 'text', x.justification, x.content ->> 'difficult',
      x.content ->> 'business', (select string_agg(t.value, E'\\n') from jsonb_each_text(x.content -> 'traits') t),
      (select string_agg(t.value, E'\\n') from jsonb_each_text(x.content -> 'answers') t)), ${ANY_WORD},
      E'StartSel=\\uE000, StopSel=\\uE001, MaxFragments=2, MaxWords=35, MinWords=15, FragmentDelimiter=" … "') end as excerpt
from (select * from public_example where entry_id = any($2::uuid[]) offset 0) x`;

/** $1 year, $2 a number that the municipality had at the time. */
export const ONE_EXAMPLE = `
select e.year, e.name as "editionName", e.sample, x.class_code as "classCode", c.name as "className", v.number, v.name,
  v.county_name as county, l.name as "nameNow", x.population, to_char(x.population_date, 'YYYY-MM-DD') as "populationDate",
  x.winner, x.finalist, x.justification, x.justification_form as "justificationForm", x.own_form as "ownForm", x.content, x.contact, x.questions,
  coalesce((select ${IMAGES_OF_ENTRY} from released_entry r where r.edition_id = x.edition_id
    and r.municipality_id = x.municipality_id and not r.text_hidden), '[]') as images
${FROM}
join lateral (select o.name from municipality_version o where o.municipality_id = x.municipality_id
  order by o.valid_from desc limit 1) l on true
where e.year = $1 and v.number = $2`;

/** Year and number of every example, for the site map. */
export const EXAMPLE_ADDRESSES = `select e.year, v.number ${FROM} order by e.year desc, v.number`;
