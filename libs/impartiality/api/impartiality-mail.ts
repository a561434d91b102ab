import type { MailWords } from '@award/mail/api';

/** To who leads the panel: that there is something to rule on, never who or what. Words: `className`. */
const groundDeclared: MailWords = {
  nb: ({ className }, link) => ({
    subject: 'Et spørsmål om habilitet venter på deg',
    text: `Et medlem av juryen for ${className} har meldt fra om mulig inhabilitet. Logg inn og avgjør det foreløpig:\n${link('/jury/habilitet/avgjorelser')}\n`,
  }),
  nn: ({ className }, link) => ({
    subject: 'Eit spørsmål om habilitet ventar på deg',
    text: `Ein medlem av juryen for ${className} har meldt frå om mogleg inhabilitet. Logg inn og avgjer det førebels:\n${link('/nn/jury/habilitet/avgjorelser')}\n`,
  }),
  en: ({ className }, link) => ({
    subject: 'A question of impartiality awaits you',
    text: `A member of the jury for ${className} has declared a possible conflict of interest. Sign in and rule on it provisionally:\n${link('/en/jury/habilitet/avgjorelser')}\n`,
  }),
};

/** To the member concerned: that it is ruled, never how. Words: `className`. */
const rulingMade: MailWords = {
  nb: ({ className }, link) => ({
    subject: 'Habiliteten din er vurdert',
    text: `Juryens leder har vurdert habiliteten din i kategorien ${className}. Logg inn for å se avgjørelsen:\n${link('/jury/habilitet')}\n`,
  }),
  nn: ({ className }, link) => ({
    subject: 'Habiliteten din er vurdert',
    text: `Leiaren av juryen har vurdert habiliteten din i kategorien ${className}. Logg inn for å sjå avgjerda:\n${link('/nn/jury/habilitet')}\n`,
  }),
  en: ({ className }, link) => ({
    subject: 'Your impartiality has been considered',
    text: `The leader of the jury has considered your impartiality in the class ${className}. Sign in to see the ruling:\n${link('/en/jury/habilitet')}\n`,
  }),
};

export const impartialityMail = { groundDeclared, rulingMade };
