import { FACTS_CHANGED_AT } from '@award/endorsements/api';

/**
 * How a seat stands to the entries of its class, in SQL. The rule is that of libs/award
 * (impartiality-rules.ts); a spec proves that both answer alike. Every read that shows a juror
 * anything of an entry is built on these parts, so that a list, a page, a count and an order all
 * pass through the same condition.
 */

/** The states of an entry that the jury judges, and has to declare on. */
export const JUDGED = `('eligible', 'in-review', 'assessed')`;

/**
 * The standing of one pair, from the latest ruling `r`, the latest declaration `d` and when a ground was
 * last declared, `d.ground_at`: it awaits a ruling whatever the member has said since. Somebody named by the
 * entry since the declaration, at `facts.changed_at`, reopens it. A recusal outlives a withdrawal of the entry.
 */
const STANDING = `case
    when r.outcome = 'recused' then 'recused'
    when d.answer is null or d.declared_at <= facts.changed_at then 'undeclared'
    when d.ground_at is not null and (r.ruled_at is null or r.ruled_at < d.ground_at) then 'ground-awaiting-ruling'
    when r.outcome is null then 'clear'
    else 'ruled-impartial' end`;

/** Why nothing of the class opens to the member: what `mayOpenClass` answers. Over rows `stood`. */
const CLOSED = `case
    when bool_or(stood.standing = 'recused') filter (where stood.scope = 'class') then 'recused'
    when bool_or(stood.standing = 'undeclared') then 'undeclared'
    when bool_or(stood.standing = 'ground-awaiting-ruling') filter (where stood.scope = 'class') then 'ruling-awaited'
  end`;

/**
 * Common table expressions to put after a first one named `me` with the one seat's `id`, `edition_id`,
 * `class_code` and the edition's `scope`. `stood` has a row for each entry of the class, `gate` the one
 * answer for the class in `closed` (null: open).
 */
export const STANDING_OF_ME = `
declared as (
  select distinct on (d.nomination_id) d.nomination_id, d.answer, d.ground, d.declared_at,
    max(d.declared_at) filter (where d.answer = 'ground') over (partition by d.nomination_id) as ground_at
  from declaration d where d.seat_id = (select id from me) order by d.nomination_id, d.declared_at desc),
ruled as (
  select distinct on (r.nomination_id) r.nomination_id, r.outcome, r.ruled_at
  from ruling r where r.seat_id = (select id from me) order by r.nomination_id, r.ruled_at desc),
stood as (
  select n.id as nomination_id, n.state, n.municipality_id, n.submitted_version_id, me.scope, d.ground, d.declared_at, ${STANDING} as standing
  from me join nomination n on n.edition_id = me.edition_id and n.class_code = me.class_code
    left join declared d on d.nomination_id = n.id left join ruled r on r.nomination_id = n.id
    left join lateral (select ${FACTS_CHANGED_AT} as changed_at) facts on true
  where n.state in ${JUDGED} or (n.state = 'withdrawn' and r.outcome = 'recused')),
gate as (select ${CLOSED} as closed from stood)`;

/**
 * The condition for a readable entry: to use where `stood` and `gate` are in reach. A row that fails it
 * must not be counted, ordered by, searched or shown.
 */
export const READABLE_SQL = `gate.closed is null and stood.standing in ('clear', 'ruled-impartial')`;

/** How the seats `s` of a class, or one of them, stand to its entries `n`. $3 null: all seats. Each table is read once. */
const CLASS_STANDINGS = {
  with: `
with facts as materialized (select n.id, ${FACTS_CHANGED_AT} as changed_at from nomination n where n.edition_id = $1 and n.class_code = $2),
sitting as (select s.id, e.impartiality_scope as scope from seat s join edition e on e.id = s.edition_id
  where s.edition_id = $1 and s.class_code = $2 and ($3::uuid is null or s.id = $3)),
questioned as (select distinct on (x.seat_id, x.nomination_id) x.seat_id, x.nomination_id, x.ground, x.declared_at
  from declaration x join sitting on sitting.id = x.seat_id where x.answer = 'ground' order by x.seat_id, x.nomination_id, x.declared_at desc),
declared as (select distinct on (x.seat_id, x.nomination_id) x.seat_id, x.nomination_id, x.answer, x.ground, x.declared_at
  from declaration x join sitting on sitting.id = x.seat_id order by x.seat_id, x.nomination_id, x.declared_at desc),
ruled as (select distinct on (x.seat_id, x.nomination_id) x.seat_id, x.nomination_id, x.outcome, x.ruled_at
  from ruling x join sitting on sitting.id = x.seat_id order by x.seat_id, x.nomination_id, x.ruled_at desc)`,
  from: `
from sitting s join nomination n on n.edition_id = $1 and n.class_code = $2
  join facts on facts.id = n.id
  left join (select declared.*, q.ground as questioned, q.declared_at as ground_at
    from declared left join questioned q using (seat_id, nomination_id)) d on d.seat_id = s.id and d.nomination_id = n.id
  left join ruled r on r.seat_id = s.id and r.nomination_id = n.id
where n.state in ${JUDGED} or (n.state = 'withdrawn' and r.outcome = 'recused')`,
};

/** The same with all that it rests on, a row for each pair. */
export const STANDINGS_OF_CLASS = `${CLASS_STANDINGS.with}
select s.id as "seatId", n.id as "nominationId", s.scope, d.answer, d.ground, d.declared_at as "declaredAt",
  d.questioned, d.ground_at as "questionedAt",
  r.outcome, r.ruled_at as "ruledAt", ${STANDING} as standing ${CLASS_STANDINGS.from}
order by s.id, n.id`;

/** The standings alone, a row for each seat. */
export const STANDINGS_BY_SEAT = `${CLASS_STANDINGS.with}
select s.id as "seatId", s.scope, json_object_agg(n.id, ${STANDING} order by n.id) as entries ${CLASS_STANDINGS.from}
group by s.id, s.scope order by s.id`;

/** The municipality of an entry as it was on the edition's reference date, as `named`: both given as SQL expressions. */
export const nameOfEntry = (municipalityId: string, referenceDate: string) => `lateral (
    select v.name, v.number, v.county_name from municipality_version v where v.municipality_id = ${municipalityId}
    order by (v.valid_from <= ${referenceDate} and (v.valid_to is null or v.valid_to > ${referenceDate})) desc, v.valid_from desc
    limit 1) named`;

/** The same for `nomination n` of `edition e`. */
export const ENTRY_NAME = nameOfEntry('n.municipality_id', 'e.reference_date');

/** What the member of seat $1 has to declare on, by municipality. No title and no text of any entry. */
export const DECLARATION_LIST = `
with me as (select s.id, s.edition_id, s.class_code, e.impartiality_scope as scope from seat s join edition e on e.id = s.edition_id where s.id = $1),
${STANDING_OF_ME}
select stood.nomination_id as "nominationId", named.name as "municipalityName", named.number as "municipalityNumber",
  named.county_name as "countyName", coalesce(v.content ->> 'contactName', '') as "contactName", stood.standing, stood.ground,
  stood.declared_at as "declaredAt", stood.scope, gate.closed
from stood cross join gate join nomination n on n.id = stood.nomination_id join edition e on e.id = n.edition_id
  left join nomination_version v on v.id = n.submitted_version_id left join ${ENTRY_NAME} on true
order by named.name, named.number, n.id`;

/** The rulings of a class, newest first, with how many have confirmed each. */
export const RULINGS_OF_CLASS = `
select r.id, r.seat_id as "seatId", s.name as "memberName", r.nomination_id as "nominationId", named.name as "municipalityName",
  (select d.ground from declaration d where d.seat_id = r.seat_id and d.nomination_id = r.nomination_id and d.declared_at <= r.ruled_at
      and d.answer = 'ground'
    order by d.declared_at desc limit 1) as ground,
  r.outcome, r.ruled_by as "ruledBy", l.name as "ruledByName", r.ruled_at as "ruledAt", r.confirmed_at as "confirmedAt",
  not exists (select from ruling x where x.seat_id = r.seat_id and x.nomination_id = r.nomination_id and x.ruled_at > r.ruled_at) as latest,
  coalesce((select json_agg(c.seat_id order by c.seat_id) from ruling_confirmation c where c.ruling_id = r.id), '[]') as "confirmedBy"
from ruling r join seat s on s.id = r.seat_id join seat l on l.id = r.ruled_by
  join nomination n on n.id = r.nomination_id join edition e on e.id = n.edition_id left join ${ENTRY_NAME} on true
where r.edition_id = $1 and r.class_code = $2 order by r.ruled_at desc`;

export const ENTRY_NAMES = `
select n.id, named.name from nomination n join edition e on e.id = n.edition_id left join ${ENTRY_NAME} on true
where n.id = any($1)`;
