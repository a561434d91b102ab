import { type Permission, rolesWith } from '@award/award';
import type { EditionPhase } from '@award/award';
import type { Words } from '@award/editions/contract';
import { OF_MUNICIPALITY } from '@award/nominations/api';
import type { StagePerson } from '@award/publication/contract';
import type { Database } from '../releases.queries';
import { NAME_AT_COUNT } from '../releases.queries';

export interface PartyRow {
  said: string;
  people: StagePerson[];
  needs: string;
  lockVersion: number;
  changedAt: string;
}

export interface FinalistRow {
  nominationId: string;
  municipality: string;
  county: string;
  party: PartyRow | null;
}

export interface PlanRow {
  id: string;
  year: number;
  name: Words;
  sample: boolean;
  phase: EditionPhase;
  event: { name?: string; place?: string };
  announcementAt: Date | null;
  now: Date;
  askedAt: Date | null;
  dueAt: Date | null;
  classes: {
    code: string;
    name: Words;
    presenters: string;
    note: string;
    lockVersion: number;
    finalists: FinalistRow[];
  }[];
}

const PARTY = `case when p.nomination_id is not null then jsonb_build_object('said', p.said, 'people', p.people, 'needs', p.needs,
  'lockVersion', p.lock_version, 'changedAt', p.changed_at) end`;

/** The edition's stage: the question, the plan of each class, and the finalists that have been told of. One statement. */
export async function planOf(db: Database, editionId: string): Promise<PlanRow | null> {
  const [row] = await db.query(
    `select e.id, e.year, e.name, e.sample, e.phase, e.event, e.announcement_at as "announcementAt", award_now() as now,
       k.asked_at as "askedAt", k.due_at as "dueAt",
       (select coalesce(jsonb_agg(jsonb_build_object('code', c.code, 'name', c.name, 'presenters', coalesce(s.presenters, ''),
           'note', coalesce(s.note, ''), 'lockVersion', coalesce(s.lock_version, 0), 'finalists', f.finalists) order by c.position), '[]')
         from edition_class c
         left join stage_class_plan s on s.edition_id = c.edition_id and s.class_code = c.code
         cross join lateral (
           select coalesce(jsonb_agg(jsonb_build_object('nominationId', n.id, 'municipality', v.name, 'county', v.county_name,
             'party', ${PARTY}) order by r.position), '[]') as finalists
           from standing_release_entry r join nomination n on n.id = r.nomination_id and n.state <> 'withdrawn' ${NAME_AT_COUNT}
           left join stage_party p on p.nomination_id = n.id
           where r.edition_id = c.edition_id and r.class_code = c.code and r.outcome = 'finalist') f
         where c.edition_id = e.id) as classes
     from edition e left join stage_call k on k.edition_id = e.id where e.id = $1`,
    [editionId],
  );
  return row ?? null;
}

export interface OwnPartyRow {
  nominationId: string;
  editionId: string;
  classCode: string;
  municipality: string;
  phase: EditionPhase;
  dueAt: Date;
  now: Date;
  party: PartyRow | null;
}

/** The question to a municipality whose entry is a finalist that has been told of; null for every other one. */
export async function ownParty(
  db: Database,
  editionId: string | null,
  municipalityId: string | null,
): Promise<OwnPartyRow | null> {
  const [row] = await db.query(
    `select n.id as "nominationId", n.edition_id as "editionId", n.class_code as "classCode", v.name as municipality, e.phase,
       k.due_at as "dueAt", award_now() as now, ${PARTY} as party
     from nomination n join edition e on e.id = n.edition_id join stage_call k on k.edition_id = e.id
     join standing_release_entry r on r.nomination_id = n.id and r.outcome = 'finalist' ${NAME_AT_COUNT}
     left join stage_party p on p.nomination_id = n.id join municipality m on m.id = $2
     where n.edition_id = $1 and ${OF_MUNICIPALITY} and n.state <> 'withdrawn' order by (n.municipality_id = m.id) desc limit 1`,
    [editionId, municipalityId],
  );
  return row ?? null;
}

export interface FinalistToAsk {
  id: string;
  editionId: string;
  municipalityId: string;
  municipality: string;
  writtenForm: 'nb' | 'nn';
  content: object;
  answered: boolean;
  dueAt: Date;
}

/** Every finalist that has been told of, with whether it has answered. $1 edition. */
export function finalistsToAsk(db: Database, editionId: string): Promise<FinalistToAsk[]> {
  return db.query(
    `select n.id, n.edition_id as "editionId", n.municipality_id as "municipalityId", v.name as municipality,
       n.written_form as "writtenForm", n.content, p.nomination_id is not null as answered, k.due_at as "dueAt"
     from stage_call k join standing_release_entry r on r.edition_id = k.edition_id and r.outcome = 'finalist'
     join nomination n on n.id = r.nomination_id and n.state <> 'withdrawn' ${NAME_AT_COUNT}
     left join stage_party p on p.nomination_id = n.id
     where k.edition_id = $1 order by r.class_code, r.position`,
    [editionId],
  );
}

const holding = (permission: Permission) =>
  rolesWith(permission)
    .map((role) => `'${role}'`)
    .join(', ');

/** Who may run the show of an edition, and so may be named on the list of those who know. $1 edition. */
export const STAGE_PEOPLE = `
select distinct p.id, p.name from role_grant g join person p on p.id = g.person_id
where g.revoked_at is null and g.role in (${holding('stage:run')}) and (g.edition_id is null or g.edition_id = $1)
order by p.name, p.id`;

/** Whether the member of seat `s` has not stepped out of its class. */
export const STANDS_IN_CLASS = `s.state = 'accepted'
  and not exists (select from ruling u where u.seat_id = s.id and u.outcome = 'recused' and not exists (
    select from ruling l where l.seat_id = u.seat_id and l.nomination_id = u.nomination_id and l.ruled_at > u.ruled_at))`;

/**
 * What of the decisions in edition $1 was closed to the person with the id `who` only after they could read it, by class:
 * when the first decision of each kind was made that is older than the closing. A ground closes until somebody
 * has ruled otherwise since.
 */
const closedTo = (who: string, onlyClass = 'null') => `(
  select coalesce(jsonb_agg(jsonb_build_object('code', o.class_code, 'name', ec.name, 'finalists', told.finalists, 'winners', told.winners, 'shut', shut.at)
    order by ec.position), '[]')
  from office_denial o join edition_class ec on ec.edition_id = o.edition_id and ec.code = o.class_code
  cross join lateral (
    select min(e.at) as at from (
      select d.nomination_id, d.declared_at as at from office_declaration d where d.person_id = o.person_id and d.ground is not null
      union all select r.nomination_id, r.ruled_at from office_ruling r where r.person_id = o.person_id and r.outcome = 'recused') e
    join nomination n on n.id = e.nomination_id and n.edition_id = o.edition_id and n.class_code = o.class_code
    where not exists (select from office_ruling i where i.person_id = o.person_id and i.nomination_id = e.nomination_id
      and i.outcome = 'impartial' and i.ruled_at >= e.at)) shut
  cross join lateral (
    select min(d.sealed_at) filter (where d.kind = 'finalists') as finalists, min(d.sealed_at) filter (where d.kind = 'winner') as winners
    from decision d where d.edition_id = o.edition_id and d.class_code = o.class_code and d.sealed_at < shut.at) told
  where o.person_id = ${who} and o.edition_id = $1 and o.class_code = coalesce(${onlyClass}, o.class_code))`;

/** When the first decision of each kind was made, by class. $1 edition, $2 the classes that are closed to the reader. */
export const FIRST_DECIDED = `
select c.code, c.name, min(d.sealed_at) filter (where d.kind = 'finalists') as finalists,
  min(d.sealed_at) filter (where d.kind = 'winner') as winners
from edition_class c join decision d on d.edition_id = c.edition_id and d.class_code = c.code
where c.edition_id = $1 and c.code <> all($2::text[]) group by c.code, c.name, c.position order by c.position`;

/**
 * Who knows by what they do: the secretariat, those who hold a key, and the jurors of a class. "endedAt" is when a juror
 * left, or was recused: at the ground if the ruling followed one; or when the right was taken away. Null for those who
 * still have their part. Membership is read off the steps too: a seat that somebody is invited to again has forgotten
 * when it was first accepted. $1 edition, $2 the classes that are closed to the reader.
 */
export const KNOWS_BY_ROLE = `
select p.name, g.role as part, null as code, null::jsonb as "className", min(g.granted_at) as since,
  case when bool_and(g.revoked_at is not null) then max(g.revoked_at) end as "endedAt", ${closedTo('p.id')} as closed
from role_grant g join person p on p.id = g.person_id
where g.role in ('secretary', 'release-keyholder') and (g.edition_id is null or g.edition_id = $1)
  and (g.revoked_at is null or exists (select from decision d where d.edition_id = $1 and d.class_code <> all($2::text[])
    and d.sealed_at < g.revoked_at))
group by p.id, p.name, g.role
union all
select s.name, 'juror', c.code, c.name, seated.at, least(gone.at, closed.at), '[]'
from seat s join edition_class c on c.edition_id = s.edition_id and c.code = s.class_code
cross join lateral (select max(t.taken_at) filter (where t.action = 'accept') as accepted,
  max(t.taken_at) filter (where t.action = 'remove') as removed from seat_step t where t.seat_id = s.id) step
cross join lateral (select case when s.pledged_at is not null then s.answered_at else step.accepted end as at) seated
cross join lateral (select case when s.state <> 'accepted' then step.removed end as at) gone
cross join lateral (
  select min(least(u.ruled_at, said.at)) as at from ruling u
  cross join lateral (select min(d.declared_at) as at from declaration d
    where d.seat_id = u.seat_id and d.nomination_id = u.nomination_id and d.ground is not null
      and not exists (select from ruling i where i.seat_id = d.seat_id and i.nomination_id = d.nomination_id
        and i.outcome = 'impartial' and i.ruled_at >= d.declared_at)) said
  where u.seat_id = s.id and u.outcome = 'recused' and not exists (select from ruling l
    where l.seat_id = u.seat_id and l.nomination_id = u.nomination_id and l.ruled_at > u.ruled_at)) closed
where s.edition_id = $1 and seated.at is not null and (s.state = 'accepted' or gone.at > seated.at)
order by part, name`;

export const CLEARANCES = `
select k.id, k.name, k.part, k.organisation, k.knows, c.name as "className", coalesce(p.name, '') as "clearedBy",
  k.cleared_at as "clearedAt", k.ended_at as "endedAt", ${closedTo('k.person_id', 'k.class_code')} as closed
from clearance k left join edition_class c on c.edition_id = k.edition_id and c.code = k.class_code
left join person p on p.id = k.cleared_by
where k.edition_id = $1 order by k.ended_at is not null, k.cleared_at, k.id`;

/** The classes whose winner the person is on the list for. $1 edition, $2 person. */
export const CLEARED_FOR = `
select class_code as code from clearance
where edition_id = $1 and person_id = $2 and knows = 'winners' and ended_at is null`;
