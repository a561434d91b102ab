import { type Invariant, OURS } from './invariant';

const SENT = `('submitted', 'in-eligibility-check', 'returned', 'eligible', 'ineligible', 'in-review', 'assessed')`;

export const ENTRIES: readonly Invariant[] = [
  {
    name: 'one-living-entry',
    promise: 'A municipality has one living entry in an edition.',
    broken: `select min(id::text) as what from nomination where state <> 'withdrawn' group by edition_id, municipality_id having count(*) > 1`,
  },
  {
    name: 'sent-entry-is-kept',
    promise:
      'An entry that is sent has the version that was sent, when it was received and its class.',
    broken: `select id::text as what from nomination where edition_id in ${OURS} and state in ${SENT}
      and (submitted_version_id is null or received_at is null or class_code is null)`,
  },
  {
    name: 'sent-version-is-its-own',
    promise: 'What counts as sent is a version of this entry that was sent, not merely saved.',
    broken: `select n.id::text as what from nomination n join nomination_version v on v.id = n.submitted_version_id
      where v.nomination_id <> n.id or v.kind <> 'submitted'`,
  },
  {
    name: 'no-version-lost',
    promise: 'The versions of an entry are numbered without a gap.',
    broken: `select nomination_id::text as what from nomination_version group by nomination_id having max(number) <> count(*) or min(number) <> 1`,
  },
  {
    name: 'state-by-its-steps',
    promise: 'An entry stands where its last step took it.',
    broken: `select n.id::text as what from nomination n join lateral (select s.to_state from nomination_step s where s.nomination_id = n.id
        order by s.taken_at desc, s.id limit 1) last on true where last.to_state <> n.state and n.edition_id in ${OURS}
        and not exists (select from nomination_step s where s.nomination_id = n.id and s.to_state = n.state
          and s.taken_at = (select max(x.taken_at) from nomination_step x where x.nomination_id = n.id))`,
  },
  {
    name: 'nothing-left-open',
    promise: 'When finalists are published no entry is still being written, tipped or checked.',
    broken: `select n.id::text as what from nomination n join edition e on e.id = n.edition_id
      where e.phase in ('finalists-published', 'announced', 'archived') and n.state in ('tipped', 'draft', 'submitted', 'in-eligibility-check')`,
  },
  {
    name: 'class-by-population',
    promise: 'The class follows from the population, or a reclassification says why not.',
    broken: `select n.id::text as what from nomination n join edition_class c on c.edition_id = n.edition_id and c.code = n.class_code
      where n.edition_id in ${OURS} and n.population is not null
        and (n.population < coalesce(c.min_population, 0) or n.population >= coalesce(c.max_population, 2147483647))
        and n.class_reason is null and not exists (select from reclassification r where r.nomination_id = n.id)`,
  },
  {
    name: 'class-boundaries',
    promise: 'No population is in two classes of an edition.',
    broken: `select a.code as what from edition_class a join edition_class b on b.edition_id = a.edition_id and b.code > a.code
      and int4range(a.min_population, a.max_population) && int4range(b.min_population, b.max_population)`,
  },
  {
    name: 'register-one-unit',
    promise:
      'A municipality number belongs to one municipality at a time, and a municipality has one version at a time.',
    broken: `select a.id::text as what from municipality_version a join municipality_version b on b.id > a.id
      and (b.number = a.number or b.municipality_id = a.municipality_id)
      and daterange(a.valid_from, a.valid_to) && daterange(b.valid_from, b.valid_to)`,
  },
  {
    name: 'checked-before-the-jury',
    promise: 'Every entry that the jury has was found eligible.',
    broken: `select n.id::text as what from nomination n where n.edition_id in ${OURS} and n.state in ('eligible', 'in-review', 'assessed')
      and not exists (select from eligibility_check k where k.nomination_id = n.id and k.outcome = 'eligible')`,
  },
  ...(
    [
      ['assignment', 'seat_id || $$ $$ || x.nomination_id'],
      ['score_sheet', 'x.id::text'],
      ['ranking_place', 'x.ranking_id || $$ $$ || x.nomination_id'],
      ['ballot_option', 'x.ballot_id || $$ $$ || x.nomination_id'],
      ['decision_entry', 'x.decision_id || $$ $$ || x.nomination_id'],
      ['justification', 'x.id::text'],
      ['release_entry', 'x.release_id || $$ $$ || x.nomination_id'],
    ] as const
  ).map(([table, what]): Invariant => ({
    name: `class-of-${table.replaceAll('_', '-')}`,
    promise: `A row of ${table} is of the class of its entry.`,
    broken: `select ${what} as what from ${table} x join nomination n on n.id = x.nomination_id
      where (x.edition_id, x.class_code) is distinct from (n.edition_id, n.class_code)`,
  })),
];
