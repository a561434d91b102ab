import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { needs, type Verdict } from '@award/award';
import { demand, type Principal, Refused, RequestKeys } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import type { Language } from '@award/mail/api';
import { contentHash } from '@award/nominations/api';
import { Scoring } from '@award/scoring/api';
import type { Made, MinutesView } from '@award/deliberation/contract';
import { ClassDoor, type ClassRoom } from './class-door';
import { minutesContent } from './minutes-content';
import { type MinutesFile, MinutesPapers, minutesRow, nameOf } from './minutes-papers';
import { Minutes } from './minutes.entity';
import { type DeliberationState, readState } from './meeting-state';

/** The minutes of a class's meetings. Each number is fixed by its hash; what comes later makes a new number. */
@Injectable()
export class MinutesBook {
  constructor(
    private readonly db: DataSource,
    private readonly door: ClassDoor,
    private readonly papers: MinutesPapers,
    private readonly scoring: Scoring,
    private readonly keys: RequestKeys,
    private readonly log: AuditLog,
  ) {}

  /** Writes the minutes as things stand. When nothing has changed since the last number, that one is the answer. */
  write(principal: Principal, editionId: string, classCode: string, key: string): Promise<Made> {
    const intent = { act: 'minutes:write', editionId, classCode };
    return this.db.transaction((tx) =>
      this.keys.once(tx, principal, key, intent, async () => {
        const room = await this.door.enterToAct(tx, principal, editionId, classCode, 'meet');
        const made = await this.writeIfChanged(tx, room);
        if (made.fresh) {
          await this.log.write(tx, {
            principal,
            act: 'minutes:write',
            subjectType: 'minutes',
            subjectId: made.id,
            editionId,
            facts: { classCode, number: made.number, sha256: made.sha256 },
          });
        }
        return { id: made.id };
      }),
    );
  }

  /** The same inside another act on the class, which has it locked and writes the log itself. */
  async writeIfChanged(
    tx: EntityManager,
    room: ClassRoom,
  ): Promise<{ id: string; number: number; sha256: string; fresh: boolean }> {
    const { edition, cls } = room;
    const state = await readState(tx, edition.id, cls.code);
    const { meeting } = state;
    if (!meeting) throw new Refused('no-meeting');
    const { missing } = await this.scoring.inputOfClass(tx, edition.id, cls.code);
    const content = await minutesContent(tx, room, { ...state, meeting }, [...missing]);
    const sha256 = contentHash(content);
    const last = state.minutes.filter(({ meetingId }) => meetingId === meeting.id).at(-1);
    if (last?.sha256 === sha256) return { ...last, fresh: false };
    const number = (last?.number ?? 0) + 1;
    const made = await tx.insert(Minutes, {
      meetingId: meeting.id,
      editionId: edition.id,
      classCode: cls.code,
      number,
      content,
      sha256,
    });
    return { id: (made.identifiers[0] as { id: string }).id, number, sha256, fresh: true };
  }

  /** Approves the newest number of its meeting, once. */
  async approve(principal: Principal, minutesId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const row = await this.door.known(tx, principal, await minutesRow(tx, minutesId));
      const { editionId, classCode } = row;
      const room = await this.door.enterToAct(tx, principal, editionId, classCode, 'meet');
      const state = await readState(tx, editionId, classCode);
      demand(mayApprove(room, state, minutesId));
      const [, approved] = await tx.query(
        `update minutes set approved_by = $2, approved_at = award_now() where id = $1 and approved_at is null`,
        [minutesId, principal.personId],
      );
      demand(needs(approved === 1, 'already-decided'));
      await this.log.write(tx, {
        principal,
        act: 'minutes:approve',
        subjectType: 'minutes',
        subjectId: minutesId,
        editionId,
        facts: { classCode, number: row.number, sha256: row.sha256 },
      });
    });
  }

  async view(principal: Principal, minutesId: string): Promise<MinutesView> {
    const row = await this.door.known(this.db, principal, await minutesRow(this.db, minutesId));
    const { editionId, classCode } = row;
    const room = await this.door.enter(this.db, principal, editionId, classCode, 'meet');
    const state = await readState(this.db, editionId, classCode);
    const may = mayApprove(room, state, minutesId);
    return {
      ...(await this.papers.paper(this.db, row, room)),
      mayApprove: may.allowed ? null : may.reason,
    };
  }

  /** As a document in the reader's language, for whoever may read the minutes. */
  async pdf(principal: Principal, minutesId: string, language: Language): Promise<MinutesFile> {
    return this.papers.document(await this.view(principal, minutesId), 'ua-1', language);
  }

  /** As data: the content that the hash is of, with the names that its ids stand for. */
  async json(principal: Principal, minutesId: string): Promise<{ json: Buffer; name: string }> {
    const { mayApprove: _, ...paper } = await this.view(principal, minutesId);
    return { json: Buffer.from(`${JSON.stringify(paper, null, 2)}\n`), name: nameOf(paper, 'nb') };
  }
}

/** A member who takes part approves; only the newest number of its meeting, and that once. */
export function mayApprove(
  { own }: Pick<ClassRoom, 'own'>,
  { minutes }: Pick<DeliberationState, 'minutes'>,
  minutesId: string,
): Verdict {
  const line = minutes.find(({ id }) => id === minutesId);
  const newest = minutes.filter(({ meetingId }) => meetingId === line?.meetingId).at(-1);
  if (!own) return { allowed: false, reason: 'not-permitted' };
  if (line?.approvedAt) return { allowed: false, reason: 'already-decided' };
  return needs(newest?.id === minutesId, 'stale-save');
}
