import type { EntityManager } from 'typeorm';
import type { Db } from '@award/editions/api';
import { Mail, type MailOrder, type WaitingMail } from '@award/mail/api';
import type { LockedNomination } from './nomination-rows';
import { OF_MUNICIPALITY } from './nominations.queries';

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

/**
 * A contact whom nobody has invited may be a stranger: so many mails a day about one entry and about all
 * entries that name the address, and so many such addresses of an entry.
 */
const OF_ENTRY_A_DAY = 3;
const OF_ALL_A_DAY = 30;
const ADDRESSES_OF_ENTRY = 5;

const MAY_TELL_CONTACT = `
with known as (
  select i.subject as address from identity i join role_grant g on g.person_id = i.person_id and g.revoked_at is null
  where i.issuer = 'email' and g.municipality_id = $3 and (g.edition_id is null or g.edition_id = $4)),
today as (
  select split_part(o.event_key, ':', 2) = $2 as own from mail_outbox o
  where o.recipient = $1 and o.created_at > clock_timestamp() - interval '1 day')
select $1 in (select address from known) or (
  (select count(*) from today) < ${OF_ALL_A_DAY} and (select count(*) from today where own) < ${OF_ENTRY_A_DAY}
  and (select count(distinct o.recipient) from mail_outbox o
    where o.edition_id = $4 and split_part(o.event_key, ':', 2) = $2 and o.recipient <> $1
      and o.recipient not in (select address from known)) < ${ADDRESSES_OF_ENTRY}) as may`;

/** The contact that the municipality has typed in, unless mail to it has gone beyond what an entry needs. */
async function contactOf(
  db: Db,
  row: Pick<LockedNomination, 'id' | 'editionId' | 'municipalityId' | 'content'>,
): Promise<string[]> {
  const address = row.content.contactEmail.trim().toLowerCase();
  if (address === '') return [];
  const [{ may }] = await db.query(MAY_TELL_CONTACT, [
    address,
    row.id,
    row.municipalityId,
    row.editionId,
  ]);
  return may ? [address] : [];
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
  return [...(await contactOf(db, row)), ...(found.sender ?? []), ...postBox(found.box)];
}

/** Everyone who may answer for the entry: its contact, and of its municipality and of one that has taken over from it the post box and those who may send in. */
export async function readersOfMunicipality(
  db: Db,
  row: Pick<LockedNomination, 'id' | 'editionId' | 'municipalityId' | 'content'>,
): Promise<string[]> {
  const [found] = await db.query(
    `with answering as (select m.id, m.post_address from nomination n join edition e on e.id = n.edition_id
         join municipality m on ${OF_MUNICIPALITY} where n.id = $1)
     select (select array_agg(distinct i.subject) from answering m join role_grant g on g.municipality_id = m.id
         join identity i on i.person_id = g.person_id and i.issuer = 'email'
       where g.edition_id = $2 and g.role = 'municipality-submitter' and g.revoked_at is null) as senders,
       (select array_agg(m.post_address) from answering m) as boxes`,
    [row.id, row.editionId],
  );
  const boxes: (string | null)[] = found.boxes ?? [];
  return [...(await contactOf(db, row)), ...(found.senders ?? []), ...boxes.flatMap(postBox)];
}

/**
 * Whether an address may still have a mail about the municipality's entry. The event names the entry; its
 * contact, its post box and whoever holds a right to it now may. Its own secretariat may have what is told to them.
 */
export async function mayReadOfEntry(
  db: Db,
  { eventKey, recipient, editionId }: WaitingMail,
): Promise<boolean> {
  const nominationId = eventKey.split(':')[1];
  const [may] = await db.query(
    `select from nomination n join edition e on e.id = n.edition_id join municipality m on ${OF_MUNICIPALITY}
     where n.id::text = $1 and n.edition_id = $3 and (
       lower(trim(n.content ->> 'contactEmail')) = $2 or lower(trim(m.post_address)) = $2
       or exists (select from nomination_version v where v.id = n.submitted_version_id
         and lower(trim(v.content ->> 'contactEmail')) = $2)
       or exists (select from identity i join role_grant g on g.person_id = i.person_id and g.revoked_at is null
         where i.issuer = 'email' and i.subject = $2 and g.municipality_id = m.id
           and (g.edition_id is null or g.edition_id = n.edition_id))) limit 1`,
    [nominationId, recipient, editionId],
  );
  return may !== undefined;
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

export async function inSecretariat(
  db: Db,
  { recipient, editionId }: WaitingMail,
): Promise<boolean> {
  const all = editionId === null ? [] : await secretariatOf(db, editionId);
  return all.some((one) => one.recipient === recipient);
}

/** The register holds a post address; only an e-mail address can get mail. */
function postBox(address: string | null): string[] {
  return address?.includes('@') ? [address] : [];
}
