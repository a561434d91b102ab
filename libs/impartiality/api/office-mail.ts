import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Language, Mail, type MailWords } from '@award/mail/api';
import { OFFICE_RULERS } from './office.queries';

const TEMPLATE = 'office-ground-declared';

/** To the other secretaries: that there is something to rule on, never who or what. */
const words: MailWords = {
  nb: (_words, link) => ({
    subject: 'Et spørsmål om habilitet venter på deg',
    text: `En i sekretariatet har meldt fra om mulig inhabilitet. Logg inn og avgjør det:\n${link('/sekretariat/habilitet')}\n`,
  }),
  nn: (_words, link) => ({
    subject: 'Eit spørsmål om habilitet ventar på deg',
    text: `Ein i sekretariatet har meldt frå om mogleg inhabilitet. Logg inn og avgjer det:\n${link('/nn/sekretariat/habilitet')}\n`,
  }),
  en: (_words, link) => ({
    subject: 'A question of impartiality awaits you',
    text: `Somebody in the secretariat has declared a possible conflict of interest. Sign in and rule on it:\n${link('/en/sekretariat/habilitet')}\n`,
  }),
};

@Injectable()
export class OfficeMail {
  constructor(private readonly mail: Mail) {
    mail.register(TEMPLATE, words, {
      stillFor: async (db, { recipient, editionId, eventKey }) => {
        const [, concerned] = eventKey.split(':');
        const rulers: { email: string }[] = await db.query(OFFICE_RULERS, [editionId, concerned]);
        return rulers.some(({ email }) => email === recipient);
      },
    });
  }

  async groundDeclared(
    tx: EntityManager,
    editionId: string,
    personId: string,
    nominationId: string,
  ): Promise<void> {
    const rulers: { email: string; language: Language }[] = await tx.query(OFFICE_RULERS, [
      editionId,
      personId,
    ]);
    for (const { email, language } of rulers)
      await this.mail.queue(tx, {
        eventKey: `${TEMPLATE}:${personId}:${nominationId}:${randomUUID()}`,
        recipient: email,
        template: TEMPLATE,
        language,
        words: {},
        editionId,
      });
  }
}
