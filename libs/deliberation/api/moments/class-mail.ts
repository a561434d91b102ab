import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Language, Mail, type MailWords } from '@award/mail/api';
import { PANEL_TO_TELL, STILL_TOLD } from './class-questions.queries';

type Template = 'class-question' | 'class-entry-taken-in';

/** To the panel of a class: that there is something to answer, never which entry. Words: `className`. */
const WORDS: Readonly<Record<Template, MailWords>> = {
  'class-question': {
    nb: ({ className }, link) => ({
      subject: 'Juryen må ta stilling til en kategori',
      text: `Noe tyder på at et forslag i ${className} står i feil kategori. Logg inn og svar på om det skal flyttes:\n${link('/jury/kategori')}\n`,
    }),
    nn: ({ className }, link) => ({
      subject: 'Juryen må ta stilling til ein kategori',
      text: `Noko tyder på at eit forslag i ${className} står i feil kategori. Logg inn og svar på om det skal flyttast:\n${link('/nn/jury/kategori')}\n`,
    }),
    en: ({ className }, link) => ({
      subject: 'The jury has to settle a category',
      text: `There are signs that an entry in ${className} stands in the wrong category. Sign in and say whether it should be moved:\n${link('/en/jury/kategori')}\n`,
    }),
  },
  'class-entry-taken-in': {
    nb: ({ className }, link) => ({
      subject: 'Et forslag er flyttet til kategorien din',
      text: `Et forslag er flyttet til ${className} fordi det sto i feil kategori. Forslagene åpnes igjen når du har svart på om du er habil for det:\n${link('/jury/habilitet')}\n`,
    }),
    nn: ({ className }, link) => ({
      subject: 'Eit forslag er flytta til kategorien din',
      text: `Eit forslag er flytta til ${className} fordi det stod i feil kategori. Forslaga blir opna igjen når du har svart på om du er habil for det:\n${link('/nn/jury/habilitet')}\n`,
    }),
    en: ({ className }, link) => ({
      subject: 'An entry has been moved to your category',
      text: `An entry has been moved to ${className} because it stood in the wrong category. The entries open again when you have said whether you are impartial to it:\n${link('/en/jury/habilitet')}\n`,
    }),
  },
};

/** Tells a class's panel, each in the own language. */
@Injectable()
export class ClassMail {
  constructor(private readonly mail: Mail) {
    for (const [template, words] of Object.entries(WORDS))
      mail.register(template, words, {
        stillFor: async (db, { recipient, editionId }) => {
          const [seat] = await db.query(STILL_TOLD, [editionId, recipient]);
          return seat !== undefined;
        },
      });
  }

  async tell(
    tx: EntityManager,
    template: Template,
    questionId: string,
    { editionId, classCode }: { editionId: string; classCode: string },
  ): Promise<void> {
    const [cls] = await tx.query(
      'select name from edition_class where edition_id = $1 and code = $2',
      [editionId, classCode],
    );
    const panel: { email: string; language: Language }[] = await tx.query(PANEL_TO_TELL, [
      editionId,
      classCode,
    ]);
    for (const { email, language } of panel)
      await this.mail.queue(tx, {
        eventKey: `${template}:${questionId}`,
        recipient: email,
        template,
        language,
        words: { className: cls.name[language] || cls.name.nb },
        editionId,
      });
  }
}
