import { type Invariant, OURS } from './invariant';

export const PUBLICATION: readonly Invariant[] = [
  {
    name: 'released-was-sealed',
    promise: 'Nothing is released but what was sealed, in the same edition, kind and scope.',
    broken: `select r.id::text as what from release r left join sealed_record s on s.id = r.sealed_record_id
      where r.edition_id in ${OURS} and (s.edition_id, s.kind, s.scope) is distinct from (r.edition_id, r.kind, r.scope)`,
  },
  {
    name: 'released-by-two-keys',
    promise: 'Two people armed every release, before it.',
    broken: `select r.id::text as what from release r where r.sealed_record_id is not null
      and (select count(*) from arming a where a.sealed_record_id = r.sealed_record_id and a.armed_at <= r.released_at) < 2`,
  },
  {
    name: 'released-as-sealed',
    promise: 'What is public is, entry by entry and word by word, what was sealed.',
    broken: `select r.id::text as what from release r join sealed_record s on s.id = r.sealed_record_id
      where exists (
        (select x.nomination_id, x.class_code, x.position, x.justification from release_entry x where x.release_id = r.id
         except select (e ->> 'nomination')::uuid, e ->> 'class', (e ->> 'position')::int, e ->> 'justification' from jsonb_array_elements(s.payload -> 'entries') e)
        union all
        (select (e ->> 'nomination')::uuid, e ->> 'class', (e ->> 'position')::int, e ->> 'justification' from jsonb_array_elements(s.payload -> 'entries') e
         except select x.nomination_id, x.class_code, x.position, x.justification from release_entry x where x.release_id = r.id))`,
  },
  {
    name: 'released-once',
    promise: 'A result is released once, and so is each correction of it.',
    broken: `select min(id::text) as what from release group by edition_id, kind, scope, number having count(*) > 1`,
  },
  {
    name: 'corrected-in-turn',
    promise:
      'What takes the place of a release follows it, by a correction that says what and why.',
    broken: `select r.id::text as what from release r where r.number > 1 and not (
        exists (select from release o where (o.edition_id, o.kind, o.scope, o.number) = (r.edition_id, r.kind, r.scope, r.number - 1) and o.released_at <= r.released_at)
        and exists (select from correction c where c.release_id = r.id and c.number = r.number and c.scope = r.scope and c.note <> '' and c.reason <> ''))`,
  },
  {
    name: 'not-before-its-time',
    promise: 'What the clock released was released at or after its time.',
    broken: `select r.id::text as what from release r join sealed_record s on s.id = r.sealed_record_id
      where r.released_by is null and (s.release_at is null or r.released_at < s.release_at)`,
  },
  {
    name: 'one-seal',
    promise: 'A result has one living seal.',
    broken: `select min(id::text) as what from sealed_record where cancelled_at is null group by edition_id, kind, scope, number having count(*) > 1`,
  },
  {
    name: 'phase-by-its-release',
    promise: 'An edition counts as published or announced when that is released, and not before.',
    broken: `select e.id::text as what from edition e where e.id in ${OURS} and (
        (e.phase in ('finalists-published', 'announced', 'archived')) <> exists (select from release r where r.edition_id = e.id and r.kind = 'finalists')
        or (e.phase in ('announced', 'archived')) <> not exists (select from edition_class c where c.edition_id = e.id
          and not exists (select from release r where r.edition_id = e.id and r.kind = 'winners' and r.scope = c.code)))`,
  },
  {
    name: 'winner-was-finalist',
    promise: 'Every winner was published as finalist before.',
    broken: `select w.release_id || ' ' || w.nomination_id as what from release_entry w join release r on r.id = w.release_id
      where w.outcome = 'winner' and w.edition_id in ${OURS} and not exists (select from release_entry f join release fr on fr.id = f.release_id
        where f.nomination_id = w.nomination_id and f.outcome = 'finalist' and fr.released_at <= r.released_at)`,
  },
];
