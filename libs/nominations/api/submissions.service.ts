import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type NominationAction, receivedInTime, sizeClassOf } from '@award/award';
import { type Principal, Refused, RequestKeys } from '@award/access/api';
import { Mail, whenInWords } from '@award/mail/api';
import type {
  AnswerTip,
  SubmitNomination,
  SubmittedView,
  WithdrawNomination,
} from '@award/nominations/contract';
import { HiddenTexts } from './hidden-texts';
import { demandListedFiles } from './listed-files';
import { demandOwn } from './municipality-principal';
import { referenceOf } from './my-entry.view';
import { mailToAll, readersOfReceipt, secretariatOf } from './nomination-recipients';
import { type LockedNomination, lockNominations, receivedNow } from './nomination-rows';
import { addVersion, type AddedVersion } from './nomination-versions';
import { type FrozenWithStep, Nominations, type Taken } from './nominations.service';
import { staleSave } from './stale-save';
import { tellTippers } from './tip-answers';

/** States from which a withdrawal is told to the secretariat: it has begun to work on the entry. */
const IN_WORK = ['in-eligibility-check', 'returned', 'eligible', 'in-review', 'assessed'];

/** What the municipality does with its entry as a whole: send, take back, withdraw, answer. */
@Injectable()
export class Submissions {
  constructor(
    private readonly db: DataSource,
    private readonly keys: RequestKeys,
    private readonly mail: Mail,
    private readonly nominations: Nominations,
    private readonly hidden: HiddenTexts,
  ) {}

  /**
   * Sends what is saved upon `lockVersion`: a draft, an entry on hold, or one that was returned. The
   * time of receipt is read before anything is waited for; in time if and only if it is not after
   * the deadline.
   */
  async submit(
    principal: Principal,
    id: string,
    body: SubmitNomination,
    key: string,
  ): Promise<SubmittedView> {
    const receivedAt = await receivedNow(this.db);
    return this.db.transaction(async (tx) => {
      await demandOwn(tx, principal, id);
      return this.keys.once(tx, principal, key, [id, body], async () => {
        const [row] = await lockNominations(tx, [id]);
        if (!row) throw new Refused('not-found');
        const action = sendingAction(row, receivedAt);
        const frozen = classToFreeze(row, action);
        let submitted: SubmittedView | undefined;
        await this.nominations.take(tx, principal, id, action, {
          receivedAt,
          change: {
            ...frozen,
            receivedAt,
            returnDueAt: null,
          },
          causes: async ([taken]) => {
            if (row.lockVersion !== body.lockVersion) throw await staleSave(tx, row);
            await demandListedFiles(tx, id, row.content.attachments);
            const version = await this.seal(tx, principal, row);
            submitted = submittedView(row, version, receivedAt);
            await this.sendReceipt(tx, principal, taken ?? null, submitted, frozen.classCode);
          },
        });
        if (!submitted) throw new Refused('failed');
        return submitted;
      });
    });
  }

  async takeBack(principal: Principal, id: string, key: string): Promise<{ state: string }> {
    return this.step(principal, id, key, 'take-back', {
      receivedAt: null,
      submittedVersionId: null,
      classReason: null,
    });
  }

  /** The call has been reopened: what was held or lapsed can be written on. */
  async resumeWriting(principal: Principal, id: string, key: string): Promise<{ state: string }> {
    return this.step(principal, id, key, 'resume-writing');
  }

  /** What was on hold at the deadline is not to be sent. */
  async declineHeld(principal: Principal, id: string, key: string): Promise<{ state: string }> {
    return this.step(principal, id, key, 'decline-held');
  }

  async withdraw(
    principal: Principal,
    id: string,
    { reason, hideText = false }: WithdrawNomination,
    key: string,
  ): Promise<{ state: string }> {
    const receivedAt = await receivedNow(this.db);
    return this.db.transaction(async (tx) => {
      await demandOwn(tx, principal, id);
      return this.keys.once(tx, principal, key, ['withdraw', id, reason, hideText], async () => {
        const { to } = await this.nominations.take(tx, principal, id, 'withdraw', {
          receivedAt,
          reason,
          causes: ([taken]) => this.tellSecretariat(tx, taken),
        });
        if (hideText) await this.hidden.hide(tx, principal, id);
        return { state: to };
      });
    });
  }

  async answerTip(
    principal: Principal,
    id: string,
    { answer }: AnswerTip,
    key: string,
  ): Promise<{ state: string }> {
    const receivedAt = await receivedNow(this.db);
    return this.db.transaction(async (tx) => {
      await demandOwn(tx, principal, id);
      return this.keys.once(tx, principal, key, ['answer-tip', id, answer], async () => {
        const [row] = await lockNominations(tx, [id]);
        const accept = row?.state === 'declined' ? 'accept-after-all' : 'accept-tip';
        const action = answer === 'accept' ? accept : 'decline-tip';
        const { to } = await this.nominations.take(tx, principal, id, action, {
          receivedAt,
          causes: async ([taken]) => {
            if (taken && action !== 'accept-after-all') await tellTippers(tx, this.mail, taken);
          },
        });
        return { state: to };
      });
    });
  }

  private async step(
    principal: Principal,
    id: string,
    key: string,
    action: NominationAction,
    change: FrozenWithStep = {},
  ): Promise<{ state: string }> {
    const receivedAt = await receivedNow(this.db);
    return this.db.transaction(async (tx) => {
      await demandOwn(tx, principal, id);
      return this.keys.once(tx, principal, key, [action, id], async () => {
        const { to } = await this.nominations.take(tx, principal, id, action, {
          receivedAt,
          change,
        });
        return { state: to };
      });
    });
  }

  /** The version that was sent, kept as it is for good. */
  private async seal(
    tx: EntityManager,
    principal: Principal,
    row: LockedNomination,
  ): Promise<AddedVersion> {
    const version = await addVersion(tx, row.id, 'submitted', row.content, principal.personId);
    await tx.query('update nomination set submitted_version_id = $2 where id = $1', [
      row.id,
      version.id,
    ]);
    return version;
  }

  private async sendReceipt(
    tx: EntityManager,
    principal: Principal,
    taken: Taken | null,
    submitted: SubmittedView,
    classCode: string,
  ): Promise<void> {
    if (taken === null) return;
    const { row } = taken;
    const language = row.writtenForm;
    const name = row.classes.find(({ code }) => code === classCode)?.name;
    await mailToAll(tx, this.mail, await readersOfReceipt(tx, row, principal.personId), {
      eventKey: `nomination-receipt:${row.id}:${submitted.versionNumber}`,
      template: 'nomination-receipt',
      language,
      words: {
        municipality: row.municipalityName,
        title: row.content.title,
        received: whenInWords(new Date(submitted.receivedAt), language),
        reference: submitted.reference,
        className: name?.[language] || (name?.nb ?? classCode),
        sha256: submitted.sha256,
        nominationId: row.id,
        version: String(submitted.versionNumber),
      },
      editionId: row.editionId,
    });
  }

  private async tellSecretariat(tx: EntityManager, taken: Taken | undefined): Promise<void> {
    if (!taken || !IN_WORK.includes(taken.from)) return;
    const { row } = taken;
    const [version] = await tx.query('select number from nomination_version where id = $1', [
      row.submittedVersionId,
    ]);
    for (const { recipient, language } of await secretariatOf(tx, row.editionId)) {
      await this.mail.queue(tx, {
        eventKey: `nomination-withdrawn:${row.id}`,
        recipient,
        template: 'nomination-withdrawn',
        language,
        words: {
          municipality: row.municipalityName,
          reference: referenceOf(row.year, row.municipalityNumber, version?.number ?? 0),
        },
        editionId: row.editionId,
      });
    }
  }
}

/** Which step sending is, by where the entry stands and when the request was received. */
function sendingAction(row: LockedNomination, receivedAt: Date): NominationAction {
  if (row.state === 'returned') return 'resubmit';
  const late = !receivedInTime(receivedAt, row.deadline);
  return row.state === 'held' && late ? 'send-held' : 'submit';
}

/** The class by the register's figure for the reference date. A returned entry keeps the one it has. */
function classToFreeze(
  row: LockedNomination,
  action: NominationAction,
): FrozenWithStep & { classCode: string } {
  if (action === 'resubmit' && row.classCode !== null) return { classCode: row.classCode };
  const found = row.figure && sizeClassOf(row.figure.population, row.classes);
  if (!row.figure || !found) throw new Refused('unknown-class');
  return {
    classCode: found.code,
    population: row.figure.population,
    populationDate: row.referenceDate,
    populationSource: row.figure.source,
  };
}

function submittedView(
  row: LockedNomination,
  version: AddedVersion,
  receivedAt: Date,
): SubmittedView {
  return {
    reference: referenceOf(row.year, row.municipalityNumber, version.number),
    versionNumber: version.number,
    sha256: version.sha256,
    receivedAt: receivedAt.toISOString(),
  };
}
