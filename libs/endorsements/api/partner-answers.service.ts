import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  allOf,
  endorsementStands,
  linkIsGood,
  partnersMayAnswer,
  type Verdict,
} from '@award/award';
import { demand, LinkTokens, RateLimit, Refused } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import type {
  AnswerEndorsement,
  AnswerSurvey,
  AskPartner,
  PartnerLinkView,
  PassOnView,
} from '@award/endorsements/contract';
import { Mail } from '@award/mail/api';
import {
  givenBy,
  lockEntry,
  mailPartner,
  type PartnerEntry,
  readEntry,
  readPartner,
  timesOf,
} from './entry-partners';
import { Partners } from './partners.service';
import { type PartnerRow, SAME_PARTNER } from './partners.queries';
import { addSurveyAnswer } from './survey-answers';

const MOST_ANSWERS = { inTenMinutes: 30 };
const MOST_SIGN_UPS = { inAnHour: 20 };

const ENDORSE = `
insert into endorsement (partner_id, nomination_id, edition_id, answer, contributions, signer_name, signer_title, text_hash, endorsed_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, case when $4 = 'endorsed' then award_now() end)
on conflict (partner_id) do update set answer = excluded.answer, contributions = excluded.contributions,
  signer_name = excluded.signer_name, signer_title = excluded.signer_title, text_hash = excluded.text_hash,
  endorsed_at = coalesce(endorsement.endorsed_at, excluded.endorsed_at)`;

/** What a partner does by its personal link: no account, and opening the link changes nothing. */
@Injectable()
export class PartnerAnswers {
  constructor(
    private readonly db: DataSource,
    private readonly tokens: LinkTokens,
    private readonly limit: RateLimit,
    private readonly mail: Mail,
    private readonly log: AuditLog,
    private readonly partners: Partners,
  ) {}

  async open(token: string): Promise<PartnerLinkView> {
    const partner = await readPartner(this.db, this.tokens.proved('partner', token));
    const entry = await readEntry(this.db, partner.nominationId);
    demand(mayAnswer(partner, entry));
    return this.viewOf(this.db, partner, entry);
  }

  /** Endorses the text that was shown, or declines. May be changed until the jury begins to score. */
  async endorse(token: string, body: AnswerEndorsement, from: string): Promise<PartnerLinkView> {
    const partnerId = this.tokens.proved('partner', token);
    await this.limit.hit(`partner-answer:${from}`, MOST_ANSWERS.inTenMinutes, 10);
    const endorsed = body.answer === 'endorsed';
    const signerName = body.signerName.trim();
    if (endorsed && signerName === '') {
      throw new Refused('bad-input', { fields: [{ path: 'signerName', reason: 'missing' }] });
    }
    return this.db.transaction(async (tx) => {
      const { nominationId } = await readPartner(tx, partnerId);
      const entry = await lockEntry(tx, nominationId);
      const before = await readPartner(tx, partnerId);
      demand(mayAnswer(before, entry));
      if (endorsed && body.textHash !== entry.textHash) throw new Refused('text-changed');
      await tx.query(ENDORSE, [
        partnerId,
        nominationId,
        entry.editionId,
        body.answer,
        JSON.stringify(endorsed ? body.contributions : []),
        endorsed ? signerName : null,
        endorsed ? body.signerTitle.trim() : null,
        entry.textHash,
      ]);
      const after = await readPartner(tx, partnerId);
      if (!sameAnswer(before, after)) await this.writeEndorsing(tx, before, entry, endorsed);
      return this.viewOf(tx, after, entry);
    });
  }

  /**
   * Takes the answers and spends the link's ticket in one transaction that touches no row of the
   * partner and writes nothing to the log: what is left cannot be led back to whoever answered.
   */
  async answerSurvey(token: string, body: AnswerSurvey, from: string): Promise<PartnerLinkView> {
    const partnerId = this.tokens.proved('partner', token);
    await this.limit.hit(`partner-answer:${from}`, MOST_ANSWERS.inTenMinutes, 10);
    return this.db.transaction(async (tx) => {
      const { nominationId } = await readPartner(tx, partnerId);
      const entry = await lockEntry(tx, nominationId);
      const partner = await readPartner(tx, partnerId);
      demand(mayAnswer(partner, entry));
      const spent = await tx.query(
        'insert into survey_spent (ticket, edition_id) values ($1, $2) on conflict do nothing returning ticket',
        [this.ticketOf(partnerId), entry.editionId],
      );
      if (spent.length === 0) throw new Refused('already-answered');
      await addSurveyAnswer(tx, nominationId, entry.editionId, body);
      return this.viewOf(tx, partner, entry);
    });
  }

  async openPassOn(token: string): Promise<PassOnView> {
    const { municipalityName, countyName, awardName } = await this.passedOn(token);
    return { municipalityName, countyName, awardName };
  }

  /**
   * A business that got the link from its association asks for its own. The answer is the same whether
   * or not it is there already: then the one that is there gets its link once more, once a day.
   */
  async joinByPassOn(token: string, body: AskPartner, from: string): Promise<void> {
    await this.limit.hit(`partner-join:${from}`, MOST_SIGN_UPS.inAnHour, 60);
    const { nominationId } = await this.passedOn(token);
    await this.db.transaction(async (tx) => {
      const entry = await lockEntry(tx, nominationId);
      const [there]: PartnerRow[] = await tx.query(SAME_PARTNER, [
        nominationId,
        body.email.trim().toLowerCase(),
        body.organisationNumber?.replace(/\D/g, '') || null,
      ]);
      const partner = there ?? (await this.partners.add(tx, entry, body, 'passed-on', null));
      const day = entry.now.toISOString().slice(0, 10);
      await mailPartner(tx, this.mail, entry, partner, 'partner-link', day);
      if (there) return;
      await this.log.write(tx, {
        principal: null,
        act: 'partner:join',
        subjectType: 'partner',
        subjectId: partner.id,
        editionId: entry.editionId,
        facts: { nominationId },
      });
    });
  }

  private async passedOn(token: string): Promise<PartnerEntry> {
    const [link] = await this.db.query(
      'select generation, revoked_at is not null as revoked from pass_on_link where nomination_id = $1',
      [this.tokens.idIn(token)],
    );
    if (!link) throw new Refused('not-found');
    const nominationId = this.tokens.proved('pass-on', token, link.generation);
    if (link.revoked) throw new Refused('link-revoked');
    const entry = await readEntry(this.db, nominationId);
    demand(partnersMayAnswer(entry));
    return entry;
  }

  private ticketOf(partnerId: string): string {
    return this.tokens.ticketOf('survey', partnerId);
  }

  private async viewOf(
    db: DataSource | EntityManager,
    partner: PartnerRow,
    entry: PartnerEntry,
  ): Promise<PartnerLinkView> {
    const spent = await db.query('select 1 from survey_spent where ticket = $1', [
      this.ticketOf(partner.id),
    ]);
    const given = givenBy(partner);
    return {
      partnerName: partner.name,
      municipalityName: entry.municipalityName,
      countyName: entry.countyName,
      awardName: entry.awardName,
      writtenForm: entry.writtenForm,
      text: entry.text,
      textHash: entry.textHash,
      expiresAt: partner.expiresAt.toISOString(),
      given: given && {
        answer: given.answer,
        contributions: partner.contributions ?? [],
        signerName: partner.signerName ?? '',
        signerTitle: partner.signerTitle ?? '',
        stands: endorsementStands(given, entry.textHash),
      },
      surveyAnswered: spent.length > 0,
    };
  }

  /** The log tells of an endorsement given or taken away, which those who asked can see; never of a no. */
  private async writeEndorsing(
    tx: EntityManager,
    before: PartnerRow,
    entry: PartnerEntry,
    endorsed: boolean,
  ): Promise<void> {
    if (!endorsed && before.answer !== 'endorsed') return;
    await this.log.write(tx, {
      principal: null,
      act: endorsed ? 'endorsement:give' : 'endorsement:take-back',
      subjectType: 'partner',
      subjectId: before.id,
      editionId: entry.editionId,
      facts: { nominationId: entry.nominationId, textHash: entry.textHash },
    });
  }
}

/** A second press on the button, or an answer that never came and was asked for again, is no new act. */
function sameAnswer(before: PartnerRow, after: PartnerRow): boolean {
  const said = ({ answer, textHash, signerName, signerTitle, contributions }: PartnerRow) =>
    JSON.stringify([answer, textHash, signerName, signerTitle, contributions]);
  return said(before) === said(after);
}

function mayAnswer(partner: PartnerRow, entry: PartnerEntry): Verdict {
  return allOf(linkIsGood(timesOf(partner), entry.now), partnersMayAnswer(entry));
}
