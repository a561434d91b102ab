import { decisionInQuestion } from '@award/deliberation/api';
import { type KeyGrant, KEYS_NEEDED, type Permission, rolesWith } from '@award/award';
import type { WaitingMail } from '@award/mail/api';
import type { EntityManager } from 'typeorm';
import { NEWEST_TEXTS } from './release-text/release-text.queries';
import type { SealedPayload, DecidedEdition } from './sealed-payload';

/** What reads and acts run on: the pool or a transaction. */
export type Database = Pick<EntityManager, 'query'>;

const inList = (permission: Permission) =>
  rolesWith(permission)
    .map((role) => `'${role}'`)
    .join(', ');

/** Of which class sealed record `s` tells: that of a correction, that of the winner; null for the finalists of all. */
const CLASS_OF_RECORD = `coalesce((select max(k.class_code) from correction k where k.edition_id = s.edition_id
  and k.scope = s.scope and k.number = s.number and k.given_up_at is null), nullif(s.scope, 'all'))`;

/** Whether whoever turned key `a` of record `s` still may: a role that has ended and a class that has been closed take the key with them. */
export const KEY_HOLDS = `(exists (select from role_grant g where g.person_id = a.person_id and g.revoked_at is null
  and g.role in (${inList('release:arm')}) and (g.edition_id is null or g.edition_id = s.edition_id))
  and not exists (select from office_denial o where o.person_id = a.person_id and o.edition_id = s.edition_id
    and o.class_code = coalesce(${CLASS_OF_RECORD}, o.class_code)))`;
const TWO_KEYS = `(select count(*) from arming a where a.sealed_record_id = s.id and ${KEY_HOLDS}) >= ${KEYS_NEEDED}`;

/** The number, name and county that the municipality of nomination `n` had on the day that its population was counted. */
export const NAME_AT_COUNT = `
  join lateral (select v.number, v.name, v.county_name from municipality_version v
    where v.municipality_id = n.municipality_id and v.valid_from <= n.population_date
    order by v.valid_from desc limit 1) v on true`;

const ENTRIES = (decision: string, outcome: string) => `
  left join lateral (
    select jsonb_agg(jsonb_build_object(
      'nominationId', e.nomination_id, 'position', e.position, 'municipality', v.name, 'county', v.county_name, 'number', v.number,
      'justification', j.text, 'stageText', j.stage_text, 'writtenForm', j.written_form,
      'justificationSealed', coalesce(j.state = 'sealed', false), 'withdrawn', n.state = 'withdrawn',
      'attachments', coalesce(sent.content -> 'attachments', n.content -> 'attachments', '[]'),
      'leftOut', array(select l.file_id from left_out_image l where l.nomination_id = n.id)) order by e.position) as entries
    from decision_entry e join nomination n on n.id = e.nomination_id ${NAME_AT_COUNT}
    left join nomination_version sent on sent.id = n.submitted_version_id
    left join justification j on j.nomination_id = e.nomination_id and j.kind = 'justification'
    where e.decision_id = ${decision} and e.outcome = '${outcome}') ${outcome}s on true`;

/** What is decided in every class of an edition: the decisions that nothing supersedes. One statement. */
export async function decidedIn(db: Database, editionId: string): Promise<DecidedEdition | null> {
  const [row] = await db.query(
    `select e.id, e.year, e.name, e.phase, e.sample, e.finalists_at as "finalistsAt",
       e.announcement_at as "announcementAt", award_now() as now, ${NEWEST_TEXTS} as texts,
       (select coalesce(jsonb_agg(to_jsonb(c) order by c.position), '[]') from (
         select c.code, c.name, c.stage, c.position, f.id as "finalistsDecision", w.id as "winnerDecision",
           ${decisionInQuestion('f.id')} as "finalistsInQuestion", ${decisionInQuestion('w.id')} as "winnerInQuestion",
           coalesce(finalists.entries, '[]') as finalists, coalesce(winners.entries, '[]') as winners
         from edition_class c
         left join lateral (select d.id from decision d where d.edition_id = c.edition_id and d.class_code = c.code
           and d.kind = 'finalists' and not exists (select from decision n where n.supersedes_id = d.id)) f on true
         left join lateral (select d.id from decision d where d.edition_id = c.edition_id and d.class_code = c.code
           and d.kind = 'winner' and d.finalists_decision_id = f.id
           and not exists (select from decision n where n.supersedes_id = d.id)) w on true
         ${ENTRIES('f.id', 'finalist')} ${ENTRIES('w.id', 'winner')}
         where c.edition_id = e.id) c) as classes
     from edition e where e.id = $1`,
    [editionId],
  );
  return row ?? null;
}

/** A sealed record with its keys and its release, as the room and the acts need it. */
export interface RecordRow {
  id: string;
  editionId: string;
  kind: 'finalists' | 'winners';
  scope: string;
  payload: SealedPayload;
  sha256: string;
  sealedBy: string;
  sealedByName: string | null;
  sealedAt: Date;
  releaseAt: Date | null;
  stoppedAt: Date | null;
  keys: { personId: string; name: string; armedAt: string }[];
  release: {
    id: string;
    at: string;
    by: string | null;
    mailsQueued: number;
    mailsSent: number;
  } | null;
}

/** The living sealed records of an edition that no correction has taken the place of. One statement. */
export function recordsOf(db: Database, editionId: string): Promise<RecordRow[]> {
  return db.query(
    `select s.id, s.edition_id as "editionId", s.kind, s.scope, s.payload, s.sha256, s.sealed_by as "sealedBy",
       (select p.name from person p where p.id = s.sealed_by) as "sealedByName",
       s.sealed_at as "sealedAt", s.release_at as "releaseAt", s.stopped_at as "stoppedAt",
       (select coalesce(jsonb_agg(jsonb_build_object('personId', a.person_id, 'name', p.name, 'armedAt', a.armed_at)
          order by a.armed_at), '[]') from arming a join person p on p.id = a.person_id where a.sealed_record_id = s.id
          and (${KEY_HOLDS} or exists (select from release r where r.sealed_record_id = s.id))) as keys,
       (select jsonb_build_object('id', r.id, 'at', r.released_at,
          'by', (select p.name from person p where p.id = r.released_by),
          'mailsQueued', (select count(*) from mail_outbox m where m.event_key = 'release:' || r.id),
          'mailsSent', (select count(*) from mail_outbox m where m.event_key = 'release:' || r.id and m.sent_at is not null))
        from release r where r.sealed_record_id = s.id) as release
     from sealed_record s where s.edition_id = $1 and s.cancelled_at is null
       and s.number = coalesce((select max(r.number) from release r
         where r.edition_id = s.edition_id and r.kind = s.kind and r.scope = s.scope), 1)`,
    [editionId],
  );
}

/** A record locked until the transaction ends, with the people who have armed it and the award's clock. */
export interface LockedRecord {
  id: string;
  editionId: string;
  kind: 'finalists' | 'winners';
  scope: string;
  /** 1, or more for a correction. */
  number: number;
  payload: SealedPayload;
  sha256: string;
  sealedBy: string;
  releaseAt: Date | null;
  stoppedAt: Date | null;
  armedBy: string[];
  /** The codes of the classes that it tells of. */
  covers: string[];
  released: boolean;
  now: Date;
}

export async function lockRecord(
  tx: EntityManager,
  recordId: string,
): Promise<LockedRecord | null> {
  const locked = await tx.query(
    'select id from sealed_record where id = $1 and cancelled_at is null for update',
    [recordId],
  );
  if (locked.length === 0) return null;
  const [row] = await tx.query(
    `select s.id, s.edition_id as "editionId", s.kind, s.scope, s.number, s.payload, s.sha256, s.sealed_by as "sealedBy",
       s.release_at as "releaseAt", s.stopped_at as "stoppedAt", award_now() as now,
       array(select a.person_id::text from arming a where a.sealed_record_id = s.id and ${KEY_HOLDS} order by a.armed_at) as "armedBy",
       array(select c.code from edition_class c where c.edition_id = s.edition_id and c.code = coalesce(${CLASS_OF_RECORD}, c.code)) as covers,
       exists (select from release r where r.edition_id = s.edition_id and r.kind = s.kind and r.scope = s.scope and r.number >= s.number) as released
     from sealed_record s where s.id = $1`,
    [recordId],
  );
  return row;
}

/** Who gets mail at a release: everyone whose entry was judged, or the finalists of the class. */
export interface NewsRecipient {
  email: string;
  language: 'nb' | 'nn';
  municipality: string;
}

export function newsRecipients(
  db: Database,
  editionId: string,
  scope: string,
): Promise<NewsRecipient[]> {
  return db.query(
    `select distinct on (lower(k.email)) lower(k.email) as email, n.written_form as language, v.name as municipality
     from nomination n ${NAME_AT_COUNT}
     left join nomination_version sent on sent.id = n.submitted_version_id
     cross join lateral (select trim(coalesce(sent.content, n.content) ->> 'contactEmail') as email) k
     where n.edition_id = $1 and n.state in ('eligible', 'in-review', 'assessed') and k.email like '%_@_%'
       and ($2 = 'all' or (n.class_code = $2 and exists (select from release_entry e
         where e.nomination_id = n.id and e.outcome = 'finalist')))
     order by lower(k.email), v.name`,
    [editionId, scope],
  );
}

/** Every right to turn a key of the edition or to give one, for the rule that two keys come from two hands. */
export function keyGrants(db: Database, editionId: string): Promise<KeyGrant[]> {
  return db.query(
    `select g.person_id as person, g.granted_by as by, g.role in (${inList('grant:give')}) as gives,
       g.role in (${inList('release:arm')}) and g.revoked_at is null and (g.edition_id is null or g.edition_id = $1) as arms
     from role_grant g where g.role in (${inList('grant:give')}, ${inList('release:arm')})`,
    [editionId],
  );
}

/** Somebody who may bring a release of the edition on its way, and the classes that are closed to them. */
export interface ReleaseHand {
  personId: string;
  name: string;
  arms: boolean;
  prepares: boolean;
  closed: string[];
}

export function releaseHands(db: Database, editionId: string): Promise<ReleaseHand[]> {
  return db.query(
    `select p.id as "personId", p.name, bool_or(g.role in (${inList('release:arm')})) as arms,
       bool_or(g.role in (${inList('release:prepare')})) as prepares,
       array(select o.class_code from office_denial o where o.person_id = p.id and o.edition_id = $1) as closed
     from role_grant g join person p on p.id = g.person_id
     where g.revoked_at is null and (g.edition_id is null or g.edition_id = $1)
       and g.role in (${inList('release:arm')}, ${inList('release:prepare')})
     group by p.id, p.name order by p.name, p.id`,
    [editionId],
  );
}

/** Whether the address is still one of those whom the release is told to: a contact may have been replaced since. */
export async function mayHearNews(
  db: Database,
  { eventKey, recipient }: Pick<WaitingMail, 'eventKey' | 'recipient'>,
): Promise<boolean> {
  const [release] = await db.query(
    `select edition_id as "editionId", scope from release where 'release:' || id = $1`,
    [eventKey],
  );
  if (!release) return false;
  const recipients = await newsRecipients(db, release.editionId, release.scope);
  return recipients.some(({ email }) => email === recipient);
}

/** Armed records whose time has come, those of finalists first, and when the next one is due. */
export async function dueRecords(db: Database): Promise<string[]> {
  const rows: { id: string }[] = await db.query(
    `select s.id from sealed_record s
     where s.cancelled_at is null and s.stopped_at is null and s.release_at <= award_now()
       and not exists (select from release r where r.sealed_record_id = s.id)
       and ${TWO_KEYS}
     order by s.kind, s.release_at, s.scope`,
  );
  return rows.map(({ id }) => id);
}

/** Milliseconds until the next armed release, or the end of a hold of the live page, is due (negative when it is), and the public revision. */
export interface PublicPulse {
  dueInMs: number | null;
  revision: number;
  editionId: string | null;
  now: Date;
}

export async function publicPulse(db: Database): Promise<PublicPulse> {
  const [row] = await db.query(
    `select p.revision::integer as revision, p.about as "editionId", award_now() as now,
       (extract(epoch from least(
          (select min(s.release_at) from sealed_record s
           where s.cancelled_at is null and s.stopped_at is null and s.release_at is not null
             and not exists (select from release r where r.sealed_record_id = s.id)
             and ${TWO_KEYS}),
          (select min(h.due_at) from live_hold h where h.ended_at is null)) - award_now()) * 1000)::float8 as "dueInMs"
     from public_state p`,
  );
  return row;
}
