import type { EntityManager } from 'typeorm';
import type { Language, Mail, WaitingMail } from '@award/mail/api';
import { type Database, mayHearNews, NAME_AT_COUNT } from '../releases.queries';
import { MEMBERS } from './correction-mail';

/** What the members of a class are told of. */
export interface OfClass {
  id: string;
  editionId: string;
  classCode: string;
  nominationId: string | null;
  reason: string;
}

/** The recipients of a correction are those of what it corrects, as long as the address is still one of them. */
export function mayHearOfCorrection(db: Database, mail: WaitingMail): Promise<boolean> {
  return mayHearNews(db, mail);
}

const MEMBERS_OF_CLASS = `
select distinct i.subject as recipient, p.language
from seat s join person p on p.id = s.person_id join identity i on i.person_id = p.id and i.issuer = 'email'
where s.edition_id = $1 and s.class_code = $2 and s.state = 'accepted'
  and not exists (select from ruling u where u.seat_id = s.id and u.outcome = 'recused' and not exists (
    select from ruling l where l.seat_id = u.seat_id and l.nomination_id = u.nomination_id and l.ruled_at > u.ruled_at))`;

/** Tells the members of the class who have not stepped out of it. */
export async function tellMembers(tx: EntityManager, mail: Mail, about: OfClass): Promise<void> {
  const members: { recipient: string; language: Language }[] = await tx.query(MEMBERS_OF_CLASS, [
    about.editionId,
    about.classCode,
  ]);
  const [{ name, municipality }] = await tx.query(
    `select e.name, (select v.name from nomination n ${NAME_AT_COUNT} where n.id = $2) as municipality from edition e where e.id = $1`,
    [about.editionId, about.nominationId],
  );
  await mail.queueToMany(
    tx,
    {
      eventKey: `correction-members:${about.id}:${about.classCode}`,
      template: MEMBERS,
      editionId: about.editionId,
    },
    members.map(({ recipient, language }) => ({
      recipient,
      language,
      words: {
        award: name[language] || name.nb,
        municipality: municipality ?? '',
        reason: about.reason,
      },
    })),
  );
}

/** Whether the address is still that of a member who takes part in the class. */
export async function mayHearAsMember(
  db: Database,
  { eventKey, recipient, editionId }: WaitingMail,
): Promise<boolean> {
  const members: { recipient: string }[] = await db.query(MEMBERS_OF_CLASS, [
    editionId,
    eventKey.split(':')[2],
  ]);
  return members.some((one) => one.recipient.toLowerCase() === recipient);
}
