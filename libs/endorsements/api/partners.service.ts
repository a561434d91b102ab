import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  may,
  mayAskAgain,
  mayAskPartners,
  mayMendAddress,
  MOST_PARTNERS,
  organisationNumber,
  PARTNER_LINK_DAYS,
  partnersMayAnswer,
  sameBusiness,
  surveyForMunicipality,
  toldTrouble,
  wholeContent,
} from '@award/award';
import { demand, LinkTokens, type Principal, Refused, RequestKeys } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import type {
  AskPartner,
  MendPartnerAddress,
  PartnerRowView,
  PartnersUndelivered,
  PartnersView,
} from '@award/endorsements/contract';
import { Mail } from '@award/mail/api';
import { demandOwn } from '@award/nominations/api';
import {
  lockEntry,
  mailPartner,
  type PartnerEntry,
  readEntry,
  readPartner,
  whereIs,
} from './entry-partners';
import { OwnSurveys } from './own-surveys.service';
import { PARTNERS_OF_ENTRY, type PartnerRow, SETTLE_RETURNED } from './partners.queries';
import { surveyAnswersOf } from './survey-answers';

const NEW_PARTNER = `
insert into partner (nomination_id, edition_id, name, organisation_number, email, language, origin, asked_by, expires_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, award_now() + make_interval(days => $9)) returning id`;

/** What the municipality does with its partners: asks, asks again, takes back, and sees who has endorsed. */
@Injectable()
export class Partners {
  constructor(
    private readonly db: DataSource,
    private readonly keys: RequestKeys,
    private readonly tokens: LinkTokens,
    private readonly mail: Mail,
    private readonly log: AuditLog,
    private readonly own: OwnSurveys,
  ) {}

  async ofEntry(principal: Principal, nominationId: string): Promise<PartnersView> {
    await demandOwn(this.db, principal, nominationId);
    return this.viewOf(this.db, principal, nominationId);
  }

  async ask(
    principal: Principal,
    nominationId: string,
    body: AskPartner,
    key: string,
  ): Promise<PartnersView> {
    return this.act(
      principal,
      nominationId,
      key,
      ['ask', nominationId, body],
      async (tx, entry) => {
        demand(mayAskPartners(entry.text));
        const partner = await this.add(tx, entry, body, 'municipality', principal.personId);
        await mailPartner(tx, this.mail, entry, partner, 'partner-link', 'asked');
        await this.write(tx, principal, 'partner:ask', partner.id, entry);
      },
    );
  }

  /** How many partners the mail did not reach, while somebody can still do something about it. */
  async undelivered(principal: Principal, nominationId: string): Promise<PartnersUndelivered> {
    await demandOwn(this.db, principal, nominationId);
    const entry = await readEntry(this.db, nominationId);
    if (!partnersMayAnswer(entry).allowed) return { count: 0 };
    const partners: PartnerRow[] = await this.db.query(PARTNERS_OF_ENTRY, [nominationId]);
    const told = partners.filter((partner) => undeliveredView(partner, entry) !== null);
    return { count: told.length };
  }

  /**
   * A new chance for a partner whose link has run out, whose endorsement was of an earlier text, or whom the mail did
   * not reach. Who has declined is not written to again, and nobody can tell.
   */
  async askAgain(principal: Principal, partnerId: string, key: string): Promise<PartnersView> {
    const { nominationId } = await this.ownPartner(principal, partnerId);
    const body = ['ask-again', partnerId];
    return this.act(principal, nominationId, key, body, async (tx, entry) => {
      const before = await readPartner(tx, partnerId);
      const { standing, trouble } = whereIs(before, entry);
      demand(mayAskAgain(standing, trouble));
      await tx.query(SETTLE_RETURNED, [partnerId, principal.personId, 'sent-again']);
      await tx.query(
        `update partner set expires_at = award_now() + make_interval(days => $2), asked_at = award_now(), reminded_at = null
         where id = $1 and revoked_at is null`,
        [partnerId, PARTNER_LINK_DAYS],
      );
      if (before.answer !== 'declined') {
        const partner = await readPartner(tx, partnerId);
        const template = standing === 'endorsed-earlier-text' ? 'partner-new-text' : 'partner-link';
        await mailPartner(tx, this.mail, entry, partner, template, partner.askedAt.toISOString());
      }
      await this.write(tx, principal, 'partner:ask-again', partnerId, entry);
    });
  }

  /** Asks at another address in place of one that mail did not reach. The link to the first opens nothing any more. */
  async mendAddress(
    principal: Principal,
    partnerId: string,
    body: MendPartnerAddress,
    key: string,
  ): Promise<PartnersView> {
    const { nominationId } = await this.ownPartner(principal, partnerId);
    const order = ['mend-address', partnerId, body];
    return this.act(principal, nominationId, key, order, async (tx, entry) => {
      const before = await readPartner(tx, partnerId);
      const { standing, trouble } = whereIs(before, entry);
      demand(mayMendAddress(standing, trouble));
      const { name, organisationNumber, language, origin } = before;
      if (body.email.trim().toLowerCase() === before.email) {
        throw new Refused('bad-input', { fields: [{ path: 'email', reason: 'unchanged' }] });
      }
      await tx.query(SETTLE_RETURNED, [partnerId, principal.personId, 'corrected']);
      await tx.query('update partner set revoked_at = award_now() where id = $1', [partnerId]);
      const asked = { name, organisationNumber, language, email: body.email };
      const partner = await this.add(tx, entry, asked, origin, principal.personId);
      await mailPartner(tx, this.mail, entry, partner, 'partner-link', 'asked');
      await this.write(tx, principal, 'partner:mend-address', partner.id, entry);
    });
  }

  /** Takes a link back. What the partner has endorsed no longer counts; survey answers are nobody's, and stay. */
  async revoke(principal: Principal, partnerId: string, key: string): Promise<PartnersView> {
    const { nominationId } = await this.ownPartner(principal, partnerId);
    return this.act(principal, nominationId, key, ['revoke', partnerId], async (tx, entry) => {
      const [, revoked] = await tx.query(
        'update partner set revoked_at = award_now() where id = $1 and revoked_at is null',
        [partnerId],
      );
      if (revoked !== 1) throw new Refused('link-revoked');
      await tx.query(SETTLE_RETURNED, [partnerId, principal.personId, 'closed']);
      await this.write(tx, principal, 'partner:revoke', partnerId, entry);
    });
  }

  /** Makes the link to pass on; one that is there already ends. */
  async makePassOn(principal: Principal, nominationId: string, key: string): Promise<PartnersView> {
    return this.act(principal, nominationId, key, ['pass-on', nominationId], async (tx, entry) => {
      demand(mayAskPartners(entry.text));
      await tx.query(
        `insert into pass_on_link (nomination_id, edition_id, made_by) values ($1, $2, $3)
         on conflict (nomination_id) do update set generation = pass_on_link.generation + 1, made_by = $3,
           made_at = award_now(), revoked_at = null`,
        [nominationId, entry.editionId, principal.personId],
      );
      await this.write(tx, principal, 'partner:make-pass-on', nominationId, entry);
    });
  }

  async endPassOn(principal: Principal, nominationId: string, key: string): Promise<PartnersView> {
    const body = ['end-pass-on', nominationId];
    return this.act(principal, nominationId, key, body, async (tx, entry) => {
      const [, ended] = await tx.query(
        'update pass_on_link set revoked_at = award_now() where nomination_id = $1 and revoked_at is null',
        [nominationId],
      );
      if (ended !== 1) throw new Refused('link-revoked');
      await this.write(tx, principal, 'partner:end-pass-on', nominationId, entry);
    });
  }

  /** Adds a partner to an entry that the caller has locked. */
  async add(
    tx: EntityManager,
    entry: PartnerEntry,
    body: AskPartner,
    origin: PartnerRow['origin'],
    askedBy: string | null,
  ): Promise<PartnerRow> {
    const [{ count }] = await tx.query(
      'select count(*)::int from partner where nomination_id = $1',
      [entry.nominationId],
    );
    if (count >= MOST_PARTNERS) throw new Refused('too-many-partners');
    const [made] = await tx.query(NEW_PARTNER, [
      entry.nominationId,
      entry.editionId,
      body.name.trim(),
      numberOf(body),
      body.email.trim().toLowerCase(),
      body.language,
      origin,
      askedBy,
      PARTNER_LINK_DAYS,
    ]);
    return readPartner(tx, made.id);
  }

  private async act(
    principal: Principal,
    nominationId: string,
    key: string,
    body: unknown,
    work: (tx: EntityManager, entry: PartnerEntry) => Promise<void>,
  ): Promise<PartnersView> {
    return this.db.transaction(async (tx) => {
      await demandOwn(tx, principal, nominationId);
      await this.keys.once(tx, principal, key, body, async () => {
        await work(tx, await lockEntry(tx, nominationId));
        return {};
      });
      return this.viewOf(tx, principal, nominationId);
    });
  }

  private async ownPartner(principal: Principal, partnerId: string): Promise<PartnerRow> {
    const partner = await readPartner(this.db, partnerId);
    await demandOwn(this.db, principal, partner.nominationId);
    return partner;
  }

  private async viewOf(
    db: DataSource | EntityManager,
    principal: Principal,
    nominationId: string,
  ): Promise<PartnersView> {
    const entry = await readEntry(db, nominationId);
    const partners: PartnerRow[] = await db.query(PARTNERS_OF_ENTRY, [nominationId]);
    const [link] = await db.query(
      'select generation from pass_on_link where nomination_id = $1 and revoked_at is null',
      [nominationId],
    );
    const asks = principal.role !== null && may(principal.role, 'partner:ask').allowed;
    const open = partnersMayAnswer(entry);
    const answers = await surveyAnswersOf(db, nominationId);
    return {
      now: entry.now.toISOString(),
      nominationId,
      municipalityName: entry.municipalityName,
      closedBecause: open.allowed ? null : open.reason,
      hasText: mayAskPartners(entry.text).allowed,
      writtenForm: entry.writtenForm,
      partners: partners.map((partner) => rowView(partner, entry)),
      fromForm: notAsked(entry, partners),
      passOnToken:
        link && asks && open.allowed
          ? this.tokens.tokenOf('pass-on', nominationId, link.generation)
          : null,
      own: await this.own.viewOf(db, nominationId),
      summary: surveyForMunicipality(answers, entry.phase),
    };
  }

  private async write(
    tx: EntityManager,
    principal: Principal,
    act: string,
    subjectId: string,
    entry: PartnerEntry,
  ): Promise<void> {
    await this.log.write(tx, {
      principal,
      act,
      subjectType: 'partner',
      subjectId,
      editionId: entry.editionId,
      facts: { nominationId: entry.nominationId },
    });
  }
}

/** The nine digits; refused when something else was written. */
function numberOf({ organisationNumber: written }: AskPartner): string | null {
  if (!written || written.trim() === '') return null;
  const digits = organisationNumber(written);
  if (digits !== null) return digits;
  throw new Refused('bad-input', {
    fields: [{ path: 'organisationNumber', reason: 'not-an-organisation-number' }],
  });
}

function rowView(partner: PartnerRow, entry: PartnerEntry): PartnerRowView {
  const { standing } = whereIs(partner, entry);
  const { id, name, email, origin, askedAt, expiresAt } = partner;
  return {
    id,
    name,
    organisationNumber: partner.organisationNumber,
    email,
    origin,
    askedAt: askedAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    standing,
    contributions: standing.startsWith('endorsed') ? (partner.contributions ?? []) : [],
    undelivered: undeliveredView(partner, entry),
  };
}

function undeliveredView(partner: PartnerRow, entry: PartnerEntry): PartnerRowView['undelivered'] {
  const { standing, trouble } = whereIs(partner, entry);
  const told = toldTrouble(standing, trouble);
  if (told === null || partner.returned === null) return null;
  const { words, reportedAt } = partner.returned;
  return { trouble: told, words, reportedAt: new Date(reportedAt).toISOString() };
}

/** Partners named in the form of whom nobody has been asked. */
function notAsked(entry: PartnerEntry, partners: readonly PartnerRow[]): PartnersView['fromForm'] {
  const asked = partners.filter(({ revokedAt }) => revokedAt === null);
  return wholeContent(entry.content)
    .partners.filter(({ name }) => name.trim() !== '')
    .map(({ name, organisationNumber: number, contactEmail }) => ({
      name: name.trim(),
      organisationNumber: number?.trim() ?? '',
      email: contactEmail?.trim().toLowerCase() ?? '',
    }))
    .filter((named) => {
      const business = { name: named.name, number: organisationNumber(named.organisationNumber) };
      return !asked.some(
        (one) =>
          one.email === named.email ||
          sameBusiness(business, { name: one.name, number: one.organisationNumber }),
      );
    });
}
