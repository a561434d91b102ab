import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  allOf,
  APPROVAL_LINK_DAYS,
  approvalStanding,
  deliveryTrouble,
  linkIsGood,
  mayApprove,
  mayStateChange,
  type Verdict,
  wholeContent,
  wholeForm,
} from '@award/award';
import {
  demand,
  LinkTokens,
  type Principal,
  RateLimit,
  Refused,
  RequestKeys,
} from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import type { Db } from '@award/editions/api';
import { Mail } from '@award/mail/api';
import type {
  ApprovalLinkView,
  ApprovalsView,
  Approve,
  AskApproval,
  StateChange,
} from '@award/nominations/contract';
import { type ApprovalMail, approvalMail, isStillApprover } from './approval-mail';
import {
  type ApprovalRow,
  APPROVALS_OF_ENTRY,
  APPROVED_ENTRY,
  type ApprovedEntryRow,
  CONTENT_BY_HASH,
  ONE_APPROVAL,
} from './approvals.queries';
import { contentHash } from './content-hash';
import { demandOwn } from './municipality-principal';
import { lockForWriting } from './nomination-rows';
import { MUNICIPALITY_NAMES } from './nominations.queries';

interface ApprovedEntry extends ApprovedEntryRow {
  sha256: string;
}

/** Approval by the mayor or the chief executive through a personal link; it bars nothing. */
@Injectable()
export class Approvals implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly keys: RequestKeys,
    private readonly tokens: LinkTokens,
    private readonly limit: RateLimit,
    private readonly mail: Mail,
    private readonly log: AuditLog,
  ) {}

  onModuleInit(): void {
    for (const [template, words] of Object.entries(approvalMail(this.tokens))) {
      this.mail.register(template, words, { stillFor: isStillApprover });
    }
  }

  async ofEntry(principal: Principal, nominationId: string): Promise<ApprovalsView> {
    await demandOwn(this.db, principal, nominationId);
    return this.viewOf(this.db, nominationId);
  }

  /** Asks the mayor or the chief executive. Whoever held the place before is asked no longer. */
  async ask(
    principal: Principal,
    nominationId: string,
    body: AskApproval,
    key: string,
  ): Promise<ApprovalsView> {
    return this.act(principal, nominationId, key, ['ask', body], async (tx, entry) => {
      await tx.query(
        'update approval set revoked_at = award_now() where nomination_id = $1 and approver = $2 and revoked_at is null',
        [nominationId, body.approver],
      );
      const [made] = await tx.query(
        `insert into approval (nomination_id, edition_id, approver, name, email, asked_by, expires_at)
         values ($1, $2, $3, $4, $5, $6, award_now() + make_interval(days => $7)) returning id`,
        [
          nominationId,
          entry.editionId,
          body.approver,
          body.name.trim(),
          body.email.trim().toLowerCase(),
          principal.personId,
          APPROVAL_LINK_DAYS,
        ],
      );
      const approval = await readApproval(tx, made.id);
      await this.tell(tx, entry, approval, 'approval-link', 'asked');
      await this.write(tx, principal, 'approval:ask', approval, entry);
    });
  }

  async revoke(principal: Principal, approvalId: string, key: string): Promise<ApprovalsView> {
    const { nominationId } = await this.own(principal, approvalId);
    return this.act(principal, nominationId, key, ['revoke', approvalId], async (tx, entry) => {
      const [, revoked] = await tx.query(
        'update approval set revoked_at = award_now() where id = $1 and revoked_at is null',
        [approvalId],
      );
      if (revoked !== 1) throw new Refused('link-revoked');
      await this.write(tx, principal, 'approval:revoke', await readApproval(tx, approvalId), entry);
    });
  }

  /** The sender says what a later text is. The approver is shown the difference either way. */
  async stateChange(
    principal: Principal,
    approvalId: string,
    body: StateChange,
    key: string,
  ): Promise<ApprovalsView> {
    const { nominationId } = await this.own(principal, approvalId);
    const intent = ['state', approvalId, body];
    return this.act(principal, nominationId, key, intent, async (tx, entry) => {
      const approval = await readApproval(tx, approvalId);
      if (approval.revokedAt !== null) throw new Refused('link-revoked');
      if (body.sha256 !== entry.sha256) throw new Refused('text-changed');
      demand(mayStateChange(approval, entry.sha256));
      await tx.query(
        `insert into approval_statement (approval_id, sha256, of_substance, stated_by) values ($1, $2, $3, $4)
         on conflict (approval_id, sha256) do update set of_substance = $3, stated_by = $4, stated_at = award_now()`,
        [approvalId, entry.sha256, body.ofSubstance, principal.personId],
      );
      const template = body.ofSubstance ? 'approval-changed' : 'approval-edited';
      await this.tell(tx, entry, approval, template, entry.sha256);
      await this.write(tx, principal, 'approval:state-change', approval, entry, {
        ofSubstance: body.ofSubstance,
      });
    });
  }

  async open(token: string): Promise<ApprovalLinkView> {
    const approval = await readApproval(this.db, this.tokens.proved('approval', token));
    const entry = await readApproved(this.db, approval.nominationId);
    demand(mayAnswer(approval, entry));
    return this.linkView(this.db, approval, entry);
  }

  /** Approves the text that was shown. */
  async approve(token: string, { sha256 }: Approve, from: string): Promise<ApprovalLinkView> {
    return this.answer(token, from, async (tx, approval, entry) => {
      if (sha256 !== entry.sha256) throw new Refused('text-changed');
      await tx.query(
        'update approval set approved_sha256 = $2, approved_at = award_now() where id = $1',
        [approval.id, sha256],
      );
      await this.write(tx, null, 'approval:give', approval, entry);
    });
  }

  async takeBack(token: string, from: string): Promise<ApprovalLinkView> {
    return this.answer(token, from, async (tx, approval, entry) => {
      if (approval.approvedSha256 === null) throw new Refused('wrong-state');
      await tx.query(
        'update approval set approved_sha256 = null, approved_at = null where id = $1',
        [approval.id],
      );
      await this.write(tx, null, 'approval:take-back', approval, entry);
    });
  }

  private async answer(
    token: string,
    from: string,
    work: (tx: EntityManager, approval: ApprovalRow, entry: ApprovedEntry) => Promise<void>,
  ): Promise<ApprovalLinkView> {
    const id = this.tokens.proved('approval', token);
    await this.limit.hit(`approval:${from}`, 30, 10);
    return this.db.transaction(async (tx) => {
      const { nominationId } = await readApproval(tx, id);
      await lockForWriting(tx, nominationId);
      const approval = await readApproval(tx, id);
      const entry = await readApproved(tx, nominationId);
      demand(mayAnswer(approval, entry));
      await work(tx, approval, entry);
      return this.linkView(tx, await readApproval(tx, id), entry);
    });
  }

  private async act(
    principal: Principal,
    nominationId: string,
    key: string,
    body: unknown,
    work: (tx: EntityManager, entry: ApprovedEntry) => Promise<void>,
  ): Promise<ApprovalsView> {
    return this.db.transaction(async (tx) => {
      await demandOwn(tx, principal, nominationId);
      await this.keys.once(tx, principal, key, [nominationId, body], async () => {
        await lockForWriting(tx, nominationId);
        const entry = await readApproved(tx, nominationId);
        demand(mayApprove(situationOf(entry)));
        await work(tx, entry);
        return {};
      });
      return this.viewOf(tx, nominationId);
    });
  }

  private async own(principal: Principal, approvalId: string): Promise<ApprovalRow> {
    const approval = await readApproval(this.db, approvalId);
    await demandOwn(this.db, principal, approval.nominationId);
    return approval;
  }

  private async tell(
    tx: EntityManager,
    entry: ApprovedEntry,
    approval: ApprovalRow,
    template: ApprovalMail,
    event: string,
  ): Promise<void> {
    await this.mail.queue(tx, {
      eventKey: `${template}:${approval.id}:${event}`,
      recipient: approval.email,
      template,
      language: entry.writtenForm,
      words: {
        approvalId: approval.id,
        name: approval.name,
        municipality: entry.municipalityName,
        award: entry.awardName[entry.writtenForm] || entry.awardName.nb,
      },
      editionId: entry.editionId,
    });
  }

  private async viewOf(db: Db, nominationId: string): Promise<ApprovalsView> {
    const entry = await readApproved(db, nominationId);
    const rows: ApprovalRow[] = await db.query(APPROVALS_OF_ENTRY, [nominationId]);
    const open = mayApprove(situationOf(entry));
    return {
      nominationId,
      closedBecause: open.allowed ? null : open.reason,
      sha256: entry.sha256,
      approvals: rows.map((row) => ({
        id: row.id,
        approver: row.approver,
        name: row.name,
        email: row.email,
        askedAt: row.askedAt.toISOString(),
        approvedAt: row.approvedAt?.toISOString() ?? null,
        standing: approvalStanding(row, entry.sha256),
        expired: !linkIsGood(row, entry.now).allowed,
        trouble: row.returned && deliveryTrouble(row.returned.status, row.returned.words),
      })),
    };
  }

  private async linkView(
    db: Db,
    approval: ApprovalRow,
    entry: ApprovedEntry,
  ): Promise<ApprovalLinkView> {
    const content = wholeContent(entry.content);
    const other = approval.approvedSha256 !== null && approval.approvedSha256 !== entry.sha256;
    const [approved] = other
      ? await db.query(CONTENT_BY_HASH, [entry.nominationId, approval.approvedSha256])
      : [];
    const ids = [...content.neighbours];
    return {
      approver: approval.approver,
      name: approval.name,
      municipalityName: entry.municipalityName,
      awardName: entry.awardName,
      writtenForm: entry.writtenForm,
      content,
      form: wholeForm(entry.form),
      sha256: entry.sha256,
      standing: approvalStanding(approval, entry.sha256),
      approvedAt: approval.approvedAt?.toISOString() ?? null,
      approvedContent: approved ? wholeContent(approved.content) : null,
      neighbours:
        ids.length === 0 ? [] : await db.query(MUNICIPALITY_NAMES, [ids, entry.referenceDate]),
    };
  }

  private async write(
    tx: EntityManager,
    principal: Principal | null,
    act: string,
    approval: ApprovalRow,
    entry: ApprovedEntry,
    facts: Record<string, unknown> = {},
  ): Promise<void> {
    await this.log.write(tx, {
      principal,
      act,
      subjectType: 'approval',
      subjectId: approval.id,
      editionId: entry.editionId,
      facts: { nominationId: entry.nominationId, sha256: entry.sha256, ...facts },
    });
  }
}

async function readApproval(db: Db, id: string): Promise<ApprovalRow> {
  const [row]: ApprovalRow[] = await db.query(ONE_APPROVAL, [id]);
  if (!row) throw new Refused('not-found');
  return row;
}

async function readApproved(db: Db, nominationId: string): Promise<ApprovedEntry> {
  const [row]: ApprovedEntryRow[] = await db.query(APPROVED_ENTRY, [nominationId]);
  if (!row) throw new Refused('not-found');
  return { ...row, sha256: contentHash(wholeContent(row.content)) };
}

function situationOf({ form, phase, state }: ApprovedEntry) {
  return { offered: wholeForm(form).approvalByLink, phase, state };
}

function mayAnswer(approval: ApprovalRow, entry: ApprovedEntry): Verdict {
  return allOf(linkIsGood(approval, entry.now), mayApprove(situationOf(entry)));
}
