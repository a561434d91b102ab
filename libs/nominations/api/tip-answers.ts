import type { EntityManager } from 'typeorm';
import type { Db } from '@award/editions/api';
import { Mail, type WaitingMail } from '@award/mail/api';
import type { Taken } from './nominations.service';
import { TIPPERS } from './tips.queries';

interface Tipper {
  recipient: string;
  language: 'nb' | 'nn' | 'en';
}

/** Tells everybody who has tipped what the municipality has answered, each once per answer. */
export async function tellTippers(
  tx: EntityManager,
  mail: Mail,
  { row, to }: Taken,
): Promise<void> {
  const tippers: Tipper[] = await tx.query(TIPPERS, [row.id]);
  const template = to === 'draft' ? 'tip-accepted' : 'tip-declined';
  for (const { recipient, language } of tippers) {
    await mail.queue(tx, {
      eventKey: `${template}:${row.id}`,
      recipient,
      template,
      language,
      words: { municipality: row.municipalityName },
      editionId: row.editionId,
    });
  }
}

/** Whether the mail still goes to whoever sent the tip that it asks about. */
export async function sentTheTip(db: Db, { recipient, words }: WaitingMail): Promise<boolean> {
  const found = await db.query(
    'select 1 from tip where id::text = $1 and sender_email = $2 and confirmed_at is null',
    [words['tipId'], recipient],
  );
  return found.length > 0;
}

/** Whether the recipient has tipped about the entry that the mail speaks of. */
export async function tippedEntry(db: Db, { eventKey, recipient }: WaitingMail): Promise<boolean> {
  const found = await db.query(
    'select 1 from tip where nomination_id::text = $1 and sender_email = $2',
    [eventKey.split(':')[1], recipient],
  );
  return found.length > 0;
}
