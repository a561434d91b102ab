// Fills the learning bank with entries of earlier years and measures its pages as the public's role.
// Prints how many examples there are and the times in milliseconds. Bundled by learning.mjs.
import 'reflect-metadata';
import pg from 'pg';
import { LearningBank } from '../../libs/publication/api/learning/learning-bank.service';
import { quantile } from './measure.mjs';

const EXAMPLES_WANTED = 2000;
const TURNS = 100;
const db = new pg.Client({ connectionString: process.env.DATABASE_URL });
await db.connect();

/** Words in all texts, in some and in few, so that each search has its own share of hits. */
const TEXT = `(select string_agg('Kommunen samlet bedriftene om tiltak' || (n * 7 + i * 13) % 400 || ' og fikk svar av næringen innen ' || (n + i) % 60
  || ' dager. ' || case when (n + i) % 9 = 0 then 'Havna ble bygd ut sammen med naboene. ' else 'Tomter ble regulert i god tid. ' end, '')
  from generate_series(1, 40) i)`;

await db.query('begin');
await db.query(
  `create temp table bench_example on commit drop as
   select gen_random_uuid() as entry, gen_random_uuid() as version, e.id as edition, m.id as municipality, e.year,
     row_number() over (order by e.year desc, m.id) as n
   from edition e cross join municipality m
   where e.as_published and not m.invented
     and not exists (select from edition_class c where c.edition_id = e.id
       and not exists (select from release r where r.edition_id = e.id and r.kind = 'winners' and r.scope = c.code))
     and not exists (select from nomination o where o.edition_id = e.id and o.municipality_id = m.id)
   limit $1`,
  [EXAMPLES_WANTED],
);
await db.query(
  `insert into nomination (id, edition_id, municipality_id, state, class_code, population, population_date, population_source, received_at)
   select entry, edition, municipality, 'assessed', case when n % 2 = 0 then 'small' else 'large' end, 9000, make_date(year, 1, 1), 'SSB 07459',
     make_date(year, 2, 1) from bench_example`,
);
await db.query(
  `insert into nomination_version (id, nomination_id, number, kind, content, sha256)
   select version, entry, 1, 'submitted', jsonb_build_object('basis', case when n % 3 = 0 then 'all-round' else 'single-measure' end,
     'mainField', case n % 4 when 0 then 'tourism' when 1 then 'procurement' when 2 then 'town-centre' else 'start-ups' end,
     'fields', '[]'::jsonb, 'title', 'Tiltak ' || n, 'text', ${TEXT}, 'summary', '', 'difficult', '', 'business', '',
     'traits', case when n % 2 = 0 then '{"own-strengths": "Vi bygger på havet."}'::jsonb else '{"part-of-region": "Vi er tre kommuner."}'::jsonb end,
     'results', '[]'::jsonb), repeat('0', 64) from bench_example`,
);
await db.query(
  'update nomination n set submitted_version_id = b.version from bench_example b where n.id = b.entry',
);
await db.query(
  'insert into learning_consent (nomination_id, edition_id, given) select entry, edition, true from bench_example',
);
await db.query('commit');
await db.query('analyze');
await db.query('set role kaaring_public');

const read = { query: async (text, values) => (await db.query(text, values)).rows };
const none = {
  classCode: null,
  year: null,
  county: null,
  field: null,
  trait: null,
  basis: null,
};
const watch = { revision: 1 };
const bank = new LearningBank(read, watch);
const { total, choices } = await bank.examples('nb', '', none, 1);

/** The 95th of 100 pages, each asked for with something else. */
async function p95(ask) {
  const times = [];
  for (let turn = 0; turn < TURNS; turn++) {
    const from = performance.now();
    await ask(turn);
    times.push(performance.now() - from);
  }
  return quantile(times, 0.95);
}

const times = {
  list: await p95((turn) => bank.examples('nb', '', none, 1 + turn)),
  filters: await p95((turn) => {
    const [year, field] = [choices.years, choices.fields].map((all) => all[turn % all.length]);
    const classCode = choices.classes[turn % 2].code;
    return bank.examples('nb', '', { ...none, classCode, year, field: field.code }, 1);
  }),
  words: await p95((turn) => bank.examples('nb', `tiltak${turn * 4} havna`, none, 1)),
  'words-everywhere': await p95((turn) => bank.examples('nb', 'kommunen bedrift', none, 1 + turn)),
  'inside-words': await p95((turn) => bank.examples('nb', `ltak${turn * 4}`, none, 1)),
  'first-after-change': await p95(() => {
    watch.revision += 1;
    return bank.examples('nb', '', none, 1);
  }),
};
console.log(JSON.stringify({ examples: total, times }));
await db.end();
