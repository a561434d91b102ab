import { Injectable } from '@nestjs/common';
import {
  endorsedPart,
  endorsementStands,
  type NominationContent,
  surveyForJury,
  wholeContent,
} from '@award/award';
import { type Principal, Refused } from '@award/access/api';
import { type Db, demandReach } from '@award/editions/api';
import type {
  EndorsementView,
  PartnerCountsView,
  PartnerVoicesView,
} from '@award/endorsements/contract';
import { contentHash } from '@award/nominations/api';
import { givenBy } from './entry-partners';
import { OwnSurveys } from './own-surveys.service';
import { ENTRY, PARTNERS_OF_ENTRY, type PartnerRow, SENT_ENTRY } from './partners.queries';
import { surveyAnswersOf } from './survey-answers';

/** What later areas ask about an entry's partners. The caller has seen to it that the reader may. */
@Injectable()
export class PartnerVoices {
  constructor(private readonly own: OwnSurveys) {}

  /** What the jury reads beside `content`, the version that was sent: endorsements of that text, and the survey. */
  async forJury(
    db: Db,
    nominationId: string,
    content: NominationContent,
  ): Promise<PartnerVoicesView> {
    const partners: PartnerRow[] = await db.query(PARTNERS_OF_ENTRY, [nominationId]);
    const hash = contentHash(endorsedPart(content));
    const answers = await surveyAnswersOf(db, nominationId);
    const { answers: own } = await this.own.viewOf(db, nominationId);
    return {
      endorsements: partners.filter((one) => stands(one, hash)).map(endorsementView),
      survey: { own, business: surveyForJury(answers) },
    };
  }

  /** The counts for the secretariat: of what has been sent in, within reach of the grant; else it is not there. */
  async countsFor(db: Db, principal: Principal, nominationId: string): Promise<PartnerCountsView> {
    const [sent] = await db.query(SENT_ENTRY, [nominationId]);
    if (!sent) throw new Refused('not-found');
    demandReach(principal, sent.editionId, sent.classCode ?? undefined);
    return this.counts(db, nominationId);
  }

  async counts(db: Db, nominationId: string): Promise<PartnerCountsView> {
    const [entry] = await db.query(ENTRY, [nominationId]);
    if (!entry) return { asked: 0, endorsed: 0 };
    const partners: PartnerRow[] = await db.query(PARTNERS_OF_ENTRY, [nominationId]);
    const hash = contentHash(endorsedPart(wholeContent(entry.content)));
    return {
      asked: partners.filter(({ revokedAt }) => revokedAt === null).length,
      endorsed: partners.filter((one) => stands(one, hash)).length,
    };
  }
}

function stands(partner: PartnerRow, hash: string): boolean {
  return partner.revokedAt === null && endorsementStands(givenBy(partner), hash);
}

function endorsementView(partner: PartnerRow): EndorsementView {
  return {
    name: partner.name,
    organisationNumber: partner.organisationNumber,
    contributions: partner.contributions ?? [],
    signerName: partner.signerName ?? '',
    signerTitle: partner.signerTitle ?? '',
  };
}
