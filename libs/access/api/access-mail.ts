import type { MailWords } from '@award/mail/api';

const signInCode: MailWords = {
  nb: ({ code }, link) => ({
    subject: 'Koden din',
    text: `Koden din er ${code}\n\nSkriv den inn der du ba om den. Den virker i ti minutter og bare én gang.\n\nBa du ikke om noen kode? Da trenger du ikke gjøre noe.\n\n${link('/logg-inn')}\n`,
  }),
  nn: ({ code }, link) => ({
    subject: 'Koden din',
    text: `Koden din er ${code}\n\nSkriv han inn der du bad om han. Han verkar i ti minutt og berre éin gong.\n\nBad du ikkje om nokon kode? Då treng du ikkje gjere noko.\n\n${link('/nn/logg-inn')}\n`,
  }),
  en: ({ code }, link) => ({
    subject: 'Your code',
    text: `Your code is ${code}\n\nEnter it where you asked for it. It works for ten minutes, once.\n\nDid you not ask for a code? Then there is nothing you need to do.\n\n${link('/en/logg-inn')}\n`,
  }),
};

const ROLE_NAMES: Record<'nb' | 'nn' | 'en', Record<string, string>> = {
  nb: {
    secretary: 'sekretær',
    'case-officer': 'saksbehandler',
    'release-keyholder': 'nøkkelholder for publisering',
  },
  nn: {
    secretary: 'sekretær',
    'case-officer': 'saksbehandlar',
    'release-keyholder': 'nøkkelhaldar for publisering',
  },
  en: {
    secretary: 'secretary',
    'case-officer': 'case officer',
    'release-keyholder': 'keyholder for publication',
  },
};

const roleGiven: MailWords = {
  nb: ({ role, year }, link) => ({
    subject: 'Du har fått en rolle i kåringen',
    text: `Hei!\n\nDu er ${ROLE_NAMES.nb[role ?? ''] ?? ''}${year ? ` for kåringen ${year}` : ''}.\n\nLogg inn med denne e-postadressen. Du får en kode på e-post, og trenger ikke noe passord:\n${link('/logg-inn')}\n`,
  }),
  nn: ({ role, year }, link) => ({
    subject: 'Du har fått ei rolle i kåringa',
    text: `Hei!\n\nDu er ${ROLE_NAMES.nn[role ?? ''] ?? ''}${year ? ` for kåringa ${year}` : ''}.\n\nLogg inn med denne e-postadressa. Du får ein kode på e-post, og treng ikkje noko passord:\n${link('/nn/logg-inn')}\n`,
  }),
  en: ({ role, year }, link) => ({
    subject: 'You have been given a role in the award',
    text: `Hello,\n\nYou are ${ROLE_NAMES.en[role ?? ''] ?? ''}${year ? ` of the ${year} award` : ''}.\n\nSign in with this e-mail address. You get a code by e-mail and need no password:\n${link('/en/logg-inn')}\n`,
  }),
};

export const accessMail = { signInCode, roleGiven };
