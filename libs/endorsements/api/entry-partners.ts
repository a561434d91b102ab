import type { EntityManager } from 'typeorm';
import {
  type DeliveryTrouble,
  deliveryTrouble,
  endorsedPart,
  type GivenEndorsement,
  type LinkTimes,
  partnersMayAnswer,
  type PartnerStanding,
  partnerStanding,
  wholeContent,
} from '@award/award';
import { demand, Refused } from '@award/access/api';
import type { Db } from '@award/editions/api';
import { Mail, whenInWords } from '@award/mail/api';
import { contentHash, lockNominations } from '@award/nominations/api';
import type { EndorsementMail } from './endorsement-mail';
import { ENTRY, type EntryRow, ONE_PARTNER, type PartnerRow } from './partners.queries';

/** The entry with what partners are shown of it, and the hash of that. */
export interface PartnerEntry extends EntryRow {
  text: ReturnType<typeof endorsedPart>;
  textHash: string;
}

export async function readEntry(db: Db, nominationId: string): Promise<PartnerEntry> {
  const [row]: EntryRow[] = await db.query(ENTRY, [nominationId]);
  if (!row) throw new Refused('not-found');
  const text = endorsedPart(wholeContent(row.content));
  return { ...row, text, textHash: contentHash(text) };
}

/** Locks the entry and its class's stage, and refuses unless partners may be named and answer now. */
export async function lockEntry(tx: EntityManager, nominationId: string): Promise<PartnerEntry> {
  await lockNominations(tx, [nominationId]);
  const entry = await readEntry(tx, nominationId);
  demand(partnersMayAnswer(entry));
  return entry;
}

export async function readPartner(db: Db, partnerId: string): Promise<PartnerRow> {
  const [row]: PartnerRow[] = await db.query(ONE_PARTNER, [partnerId]);
  if (!row) throw new Refused('not-found');
  return row;
}

export function givenBy({ answer, textHash }: PartnerRow): GivenEndorsement | null {
  return answer === null || textHash === null ? null : { answer, textHash };
}

/** Where the partner is as those who asked see it, and what became of the mail that asked. */
export function whereIs(
  partner: PartnerRow,
  { textHash, now }: PartnerEntry,
): { standing: PartnerStanding; trouble: DeliveryTrouble | null } {
  const { returned } = partner;
  return {
    standing: partnerStanding(timesOf(partner), givenBy(partner), textHash, now),
    trouble: returned && deliveryTrouble(returned.status, returned.words),
  };
}

export function timesOf({ expiresAt, revokedAt }: PartnerRow): LinkTimes {
  return { expiresAt, revokedAt };
}

/** Queues one mail to a partner. `event` makes it go once. */
export async function mailPartner(
  tx: EntityManager,
  mail: Mail,
  entry: EntryRow,
  partner: Pick<PartnerRow, 'id' | 'name' | 'email' | 'language' | 'expiresAt'>,
  template: EndorsementMail,
  event: string,
): Promise<void> {
  const { id, name, email, language, expiresAt } = partner;
  await mail.queue(tx, {
    eventKey: `${template}:${id}:${event}`,
    recipient: email,
    template,
    language,
    words: {
      partnerId: id,
      partner: name,
      municipality: entry.municipalityName,
      award: entry.awardName[language] || entry.awardName.nb,
      due: whenInWords(expiresAt, language),
    },
    editionId: entry.editionId,
  });
}
