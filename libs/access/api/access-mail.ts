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

export const accessMail = { signInCode };
