import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { mayBeSent, nextWorkingDayAtNoon, receivedInTime } from '@award/award';
import { Editions } from '@award/editions/api';
import { Jobs } from '@award/jobs/api';
import { Mail, whenInWords } from '@award/mail/api';
import { nominationMail } from './nomination-mail';
import {
  inSecretariat,
  mailToAll,
  mayReadOfEntry,
  readersOfMunicipality,
} from './nomination-recipients';
import { type LockedNomination, lockNominations, receivedNow } from './nomination-rows';
import { Nominations, type Taken } from './nominations.service';

const DUE = `
select e.id from edition e
where not e.as_published and e.deadline < award_now() and (e.phase = 'open' or exists (
  select from nomination n where n.edition_id = e.id and n.state in ('tipped', 'draft', 'held')))
order by e.id`;

/**
 * What the clock does to a call: at the deadline it closes, a finished draft is put on hold and its
 * municipality asked, an unfinished one lapses; the answer overdue, what is on hold lapses. Run every
 * minute and by any read that sees that it is time; each entry takes each step once.
 */
@Injectable()
export class CallDeadline implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly jobs: Jobs,
    private readonly mail: Mail,
    private readonly editions: Editions,
    private readonly nominations: Nominations,
  ) {}

  onModuleInit(): void {
    this.jobs.register('call-deadline', () => this.sweep(), { everyMinute: true });
    for (const [template, words] of Object.entries(nominationMail)) {
      this.mail.register(template, words, {
        stillFor: template === 'nomination-withdrawn' ? inSecretariat : mayReadOfEntry,
        failureFor: 'secretariat',
      });
    }
  }

  async sweep(): Promise<void> {
    for (const { id } of await this.db.query(DUE)) await this.pass(id);
  }

  /** Does what is due in one edition; nothing when it is not time. */
  async pass(editionId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const edition = await this.editions.locked(tx, editionId);
      const receivedAt = await receivedNow(tx);
      if (edition.deadline === null || receivedInTime(receivedAt, edition.deadline)) return;
      const ids = await tx.query(
        `select id from nomination where edition_id = $1 and state in ('tipped', 'draft', 'held')`,
        [editionId],
      );
      const rows = await lockNominations(
        tx,
        ids.map(({ id }: { id: string }) => id),
      );
      if (edition.phase === 'open') {
        await this.editions.advance(tx, null, editionId, 'close-call');
      }
      const drafts = rows.filter(({ state }) => state === 'draft');
      const finished = drafts.filter(({ content, form }) => mayBeSent(content, form).allowed);
      const overdue = rows.filter(
        ({ state, deadline }) =>
          state === 'held' && !receivedInTime(receivedAt, nextWorkingDayAtNoon(deadline)),
      );
      await this.nominations.takeAll(tx, null, idsOf(finished), 'hold', {
        receivedAt,
        causes: (taken) => this.ask(tx, taken),
      });
      const unfinished = [
        ...drafts.filter((row) => !finished.includes(row)),
        ...rows.filter(({ state }) => state === 'tipped'),
      ];
      await this.nominations.takeAll(tx, null, idsOf(unfinished), 'lapse', { receivedAt });
      await this.nominations.takeAll(tx, null, idsOf(overdue), 'lapse', {
        receivedAt,
        causes: (taken) => this.tell(tx, taken),
      });
    });
  }

  private async ask(tx: EntityManager, taken: readonly Taken[]): Promise<void> {
    for (const { row } of taken) {
      await mailToAll(tx, this.mail, await readersOfMunicipality(tx, row), {
        eventKey: `nomination-held:${row.id}:${row.deadline.toISOString()}`,
        template: 'nomination-held',
        language: row.writtenForm,
        words: {
          municipality: row.municipalityName,
          due: whenInWords(nextWorkingDayAtNoon(row.deadline), row.writtenForm),
        },
        editionId: row.editionId,
      });
    }
  }

  private async tell(tx: EntityManager, taken: readonly Taken[]): Promise<void> {
    for (const { row } of taken) {
      await mailToAll(tx, this.mail, await readersOfMunicipality(tx, row), {
        eventKey: `nomination-lapsed:${row.id}:${row.deadline.toISOString()}`,
        template: 'nomination-lapsed',
        language: row.writtenForm,
        words: { municipality: row.municipalityName },
        editionId: row.editionId,
      });
    }
  }
}

function idsOf(rows: readonly LockedNomination[]): string[] {
  return rows.map(({ id }) => id);
}
