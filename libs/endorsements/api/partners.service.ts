import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  may,
  mayAskPartners,
  MOST_PARTNERS,
  organisationNumber,
  PARTNER_LINK_DAYS,
  partnersMayAnswer,
  partnerStanding,
  sameBusiness,
  surveyForMunicipality,
  wholeContent,
} from '@award/award';
import { demand, LinkTokens, type Principal, Refused, RequestKeys } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import type { AskPartner, PartnerRowView, PartnersView } from '@award/endorsements/contract';
import { Mail } from '@award/mail/api';
import { demandOwn } from '@award/nominations/api';
import {
  givenBy,
  lockEntry,
  mailPartner,
  type PartnerEntry,
  readEntry,
  readPartner,
  timesOf,
} from './entry-partners';
import { OwnSurveys } from './own-surveys.service';
import { PARTNERS_OF_ENTRY, type PartnerRow } from './partners.queries';
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

  /**
   * A new chance for a partner whose link has run out, or whose endorsement was of an earlier text. Who
   * has declined is not written to again, and nobody can tell.
   */
  async askAgain(principal: Principal, partnerId: string, key: string): Promise<PartnersView> {
    const { nominationId } = await this.ownPartner(principal, partnerId);
    const body = ['ask-again', partnerId];
    return this.act(principal, nominationId, key, body, async (tx, entry) => {
      const before = await readPartner(tx, partnerId);
      const standing = partnerStanding(timesOf(before), givenBy(before), entry.textHash, entry.now);
      if (standing !== 'expired' && standing !== 'endorsed-earlier-text') {
        throw new Refused('wrong-state');
      }
      await tx.query(
        `update partner set expires_at = award_now() + make_interval(days => $2), asked_at = award_now(), reminded_at = null
         where id = $1 and revoked_at is null`,
        [partnerId, PARTNER_LINK_DAYS],
      );
      if (before.answer !== 'declined') {
        const partner = await readPartner(tx, partnerId);
        const template = standing === 'expired' ? 'partner-link' : 'partner-new-text';
        await mailPartner(tx, this.mail, entry, partner, template, partner.askedAt.toISOString());
      }
      await this.write(tx, principal, 'partner:ask-again', partnerId, entry);
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
  const standing = partnerStanding(timesOf(partner), givenBy(partner), entry.textHash, entry.now);
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
  };
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
