import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PanelClass, PanelSeat } from '@award/jury/api';
import { Mail } from '@award/mail/api';
import { impartialityMail } from './impartiality-mail';

/** One mail to each member concerned, in the member's language. */
@Injectable()
export class MemberMail {
  constructor(private readonly mail: Mail) {
    mail.register('ground-declared', impartialityMail.groundDeclared);
    mail.register('ruling-made', impartialityMail.rulingMade);
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
