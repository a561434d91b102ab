import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PanelClass, PanelSeat } from '@award/jury/api';
import { Mail, type WaitingMail } from '@award/mail/api';
import { impartialityMail } from './impartiality-mail';

/** One mail to each member concerned, in the member's language. */
@Injectable()
export class MemberMail {
  constructor(private readonly mail: Mail) {
    mail.register('ground-declared', impartialityMail.groundDeclared, {
      stillFor: (db, waiting) => holdsSeat(db, waiting, ['leader', 'deputy-leader']),
    });
    mail.register('ruling-made', impartialityMail.rulingMade, {
      stillFor: (db, waiting) =>
        holdsSeat(db, waiting, ['leader', 'deputy-leader', 'member', 'deputy']),
    });
  }

  async tell(
    tx: EntityManager,
    panel: PanelClass,
    template: 'ground-declared' | 'ruling-made',
    once: string,
    seats: readonly PanelSeat[],
  ): Promise<void> {
    const people: { id: string; language: 'nb' | 'nn' | 'en' }[] = await tx.query(
      'select id, language from person where id = any($1)',
      [seats.map((seat) => seat.personId)],
    );
    for (const seat of seats) {
      const language = people.find((person) => person.id === seat.personId)?.language ?? 'nb';
      await this.mail.queue(tx, {
        eventKey: `${template}:${once}`,
        recipient: seat.email,
        template,
        language,
        words: { className: panel.className[language] || panel.className.nb },
        editionId: panel.editionId,
      });
    }
  }
}

/**
 * Whether the recipient still sits in the edition's jury in one of the roles. Somebody recused learns only
 * of the own case: nothing that is told to those who rule.
 */
async function holdsSeat(
  db: Pick<EntityManager, 'query'>,
  { recipient, editionId, eventKey }: WaitingMail,
  roles: readonly string[],
): Promise<boolean> {
  const [seat] = await db.query(
    `select from seat s where s.edition_id = $1 and lower(s.email) = $2 and s.state = 'accepted' and s.role = any($3)
       and ($4 like 'ruling-made:%' or not exists (select from (
         select distinct on (r.nomination_id) r.outcome from ruling r where r.seat_id = s.id
         order by r.nomination_id, r.ruled_at desc) latest where latest.outcome = 'recused'))`,
    [editionId, recipient, roles, eventKey],
  );
  return seat !== undefined;
}
