import type { CorrectionKind, EditionPhase } from '@award/award';
import type { CorrectionRequestView } from '@award/publication/contract';
import { type Database, KEY_HOLDS, NAME_AT_COUNT } from '../releases.queries';
import type { SealedPayload } from '../sealed-payload';
import type { StandingText } from './corrected-payload';

/** A correction as it was opened. */
export interface CorrectionRow {
  id: string;
  editionId: string;
  classCode: string;
  kind: CorrectionKind;
  scope: string;
  number: number;
  nominationId: string | null;
  named: string[] | null;
  note: string;
  reason: string;
  openedBy: string;
}

const COLUMNS = `c.id, c.edition_id as "editionId", c.class_code as "classCode", c.kind, c.scope, c.number,
  c.nomination_id as "nominationId", c.named, c.note, c.reason, c.opened_by as "openedBy"`;

/** A correction that is neither given up nor released, locked until the transaction ends; null when it is not there. */
export async function lockOpenCorrection(tx: Database, id: string): Promise<CorrectionRow | null> {
  const [row] = await tx.query(
    `select ${COLUMNS} from correction c where c.id = $1 and c.given_up_at is null and c.release_id is null for update`,
    [id],
  );
  return row ?? null;
}

/** The open correction whose release has the number; null when none is. */
export async function openCorrectionOf(
  tx: Database,
  { editionId, scope, number }: Pick<CorrectionRow, 'editionId' | 'scope' | 'number'>,
): Promise<CorrectionRow | null> {
  const [row] = await tx.query(
    `select ${COLUMNS} from correction c where c.edition_id = $1 and c.scope = $2 and c.number = $3
       and c.given_up_at is null and c.release_id is null for update`,
    [editionId, scope, number],
  );
  return row ?? null;
}

/** What stands released of a scope, as it was sealed. */
export interface StandingRelease {
  id: string;
  kind: 'finalists' | 'winners';
  number: number;
  payload: SealedPayload;
}

/** Null when the scope is not released, or not by this system. */
export async function standingRelease(
  db: Database,
  editionId: string,
  scope: string,
): Promise<StandingRelease | null> {
  const [row] = await db.query(
    `select r.id, r.kind, r.number, s.payload from standing_release r join sealed_record s on s.id = r.sealed_record_id
     where r.edition_id = $1 and r.scope = $2`,
    [editionId, scope],
  );
  return row ?? null;
}

export interface ToldRow {
  classCode: string;
  nominationId: string;
  municipality: string;
  finalist: boolean;
  winner: boolean;
  withdrawn: boolean;
}

/** The entries of an edition that have been told, and those that were judged and could have been. */
export function toldEntries(db: Database, editionId: string): Promise<ToldRow[]> {
  return db.query(
    `select n.class_code as "classCode", n.id as "nominationId", v.name as municipality, n.state = 'withdrawn' as withdrawn,
       coalesce(bool_or(e.outcome = 'finalist'), false) as finalist, coalesce(bool_or(e.outcome = 'winner'), false) as winner
     from nomination n ${NAME_AT_COUNT} left join standing_release_entry e on e.nomination_id = n.id
     where n.edition_id = $1 and n.class_code is not null and (n.state = 'assessed' or e.nomination_id is not null)
     group by n.class_code, n.id, v.name, n.state order by v.name, n.id`,
    [editionId],
  );
}

/** The sealed justifications of a class. */
export function sealedTexts(
  db: Database,
  editionId: string,
  classCode: string,
): Promise<StandingText[]> {
  return db.query(
    `select nomination_id as nomination, text, written_form as "writtenForm" from justification
     where edition_id = $1 and class_code = $2 and kind = 'justification' and state = 'sealed'`,
    [editionId, classCode],
  );
}

/** A correction with what has become of it. */
export interface CorrectionState extends CorrectionRow {
  municipality: string | null;
  openedByName: string | null;
  openedAt: Date;
  givenUp: boolean;
  record: {
    id: string;
    payload: SealedPayload;
    sha256: string;
    sealedBy: string;
    sealedAt: string;
    stopped: boolean;
    keys: { personId: string; name: string; armedAt: string }[];
  } | null;
  release: { at: string; by: string | null; mailsQueued: number; mailsSent: number } | null;
}

/** The corrections of an edition that have not been given up, newest first. One statement. */
export function correctionsOf(db: Database, editionId: string): Promise<CorrectionState[]> {
  return db.query(
    `select ${COLUMNS}, c.opened_at as "openedAt", c.given_up_at is not null as "givenUp",
       (select p.name from person p where p.id = c.opened_by) as "openedByName",
       (select v.name from nomination n ${NAME_AT_COUNT} where n.id = c.nomination_id) as municipality,
       (select jsonb_build_object('id', s.id, 'payload', s.payload, 'sha256', s.sha256, 'sealedBy', s.sealed_by, 'sealedAt', s.sealed_at,
          'stopped', s.stopped_at is not null,
          'keys', (select coalesce(jsonb_agg(jsonb_build_object('personId', a.person_id, 'name', p.name, 'armedAt', a.armed_at)
              order by a.armed_at), '[]') from arming a join person p on p.id = a.person_id where a.sealed_record_id = s.id
            and (${KEY_HOLDS} or c.release_id is not null)))
        from sealed_record s where s.edition_id = c.edition_id and s.scope = c.scope and s.number = c.number
          and s.cancelled_at is null and s.payload -> 'correction' ->> 'id' = c.id::text) as record,
       (select jsonb_build_object('at', r.released_at, 'by', (select p.name from person p where p.id = r.released_by),
          'mailsQueued', (select count(*) from mail_outbox m where m.event_key = 'release:' || r.id),
          'mailsSent', (select count(*) from mail_outbox m where m.event_key = 'release:' || r.id and m.sent_at is not null))
        from release r where r.id = c.release_id) as release
     from correction c where c.edition_id = $1 and c.given_up_at is null order by c.opened_at desc`,
    [editionId],
  );
}

/** The requests of an edition's municipalities, those that wait first. */
export async function requestsOf(
  db: Database,
  editionId: string,
): Promise<CorrectionRequestView[]> {
  const rows: (CorrectionRequestView & { askedAt: Date; answeredAt: Date | null })[] =
    await db.query(
      `select q.id, q.nomination_id as "nominationId", v.name as municipality, q.class_code as "classCode", q.text,
       q.asked_at as "askedAt", coalesce((select p.name from person p where p.id = q.asked_by), '') as "askedBy",
       q.answer, q.reply, q.concerns_assessment as "concernsAssessment", q.answered_at as "answeredAt"
     from correction_request q join nomination n on n.id = q.nomination_id ${NAME_AT_COUNT}
     where q.edition_id = $1 order by q.answer is not null, q.asked_at desc`,
      [editionId],
    );
  return rows.map((row) => ({
    ...row,
    askedAt: new Date(row.askedAt).toISOString(),
    answeredAt: row.answeredAt && new Date(row.answeredAt).toISOString(),
  }));
}

/** The phase that an edition is in, with the row locked; null when there is none. */
export async function lockedPhase(tx: Database, editionId: string): Promise<EditionPhase | null> {
  const [row] = await tx.query('select phase from edition where id = $1 for no key update', [
    editionId,
  ]);
  return row?.phase ?? null;
}
