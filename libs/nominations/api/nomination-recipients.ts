import type { EntityManager } from 'typeorm';
import type { Db } from '@award/editions/api';
import { Mail, type MailOrder } from '@award/mail/api';
import type { LockedNomination } from './nomination-rows';

/** What to send, but not to whom. */
export type MailToMany = Omit<MailOrder, 'recipient'>;

/** One mail to each address; the outbox sends it once per event and address. */
export async function mailToAll(
  tx: EntityManager,
  mail: Mail,
  addresses: readonly string[],
  order: MailToMany,
): Promise<void> {
  const once = new Set(addresses.map((address) => address.trim().toLowerCase()).filter(Boolean));
  for (const recipient of once) await mail.queue(tx, { ...order, recipient });
}

/** Where the municipality reads of what it sent: its contact, its post box and whoever sent it. */
export async function readersOfReceipt(
  db: Db,
  row: LockedNomination,
  senderId: string,
): Promise<string[]> {
  const [found] = await db.query(
    `select (select array_agg(subject) from identity where person_id = $2 and issuer = 'email') as sender,
       (select post_address from municipality where id = $1) as box`,
    [row.municipalityId, senderId],
  );
  return [row.content.contactEmail, ...(found.sender ?? []), ...postBox(found.box)];
}

/** Everyone who may answer for the municipality: its contact, its post box and those who may send in. */
export async function readersOfMunicipality(
  db: Db,
  row: Pick<LockedNomination, 'editionId' | 'municipalityId' | 'content'>,
): Promise<string[]> {
  const [found] = await db.query(
    `select (select array_agg(distinct i.subject) from role_grant g
         join identity i on i.person_id = g.person_id and i.issuer = 'email'
       where g.municipality_id = $1 and g.edition_id = $2 and g.role = 'municipality-submitter' and g.revoked_at is null) as senders,
       (select post_address from municipality where id = $1) as box`,
    [row.municipalityId, row.editionId],
  );
  return [row.content.contactEmail, ...(found.senders ?? []), ...postBox(found.box)];
}

/** The secretariat of an edition, each in their own language. */
export async function secretariatOf(
  db: Db,
  editionId: string,
): Promise<{ recipient: string; language: 'nb' | 'nn' | 'en' }[]> {
  return db.query(
    `select distinct i.subject as recipient, p.language from role_grant g
       join person p on p.id = g.person_id join identity i on i.person_id = p.id and i.issuer = 'email'
     where g.role = 'secretary' and (g.edition_id is null or g.edition_id = $1) and g.revoked_at is null`,
    [editionId],
  );
}

/** The register holds a post address; only an e-mail address can get mail. */
function postBox(address: string | null): string[] {
  return address?.includes('@') ? [address] : [];
}
