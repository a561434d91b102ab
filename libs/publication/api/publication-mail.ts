import type { MailWords } from '@award/mail/api';

export const NEWS = 'publication.news';

/**
 * Mail at a municipality is a public record: it says that there is news and where to read it, never
 * an outcome, and it is the same for everyone whose entry was judged. Words: `award`, `municipality`.
 */
export const newsMail: MailWords = {
  nb: ({ award, municipality }, link) => ({
    subject: `Nytt om ${award}`,
    text: `Hei

Det er nytt om forslaget fra ${municipality} til ${award}.

Logg inn for å lese: ${link('/kommune')}

Denne e-posten går til alle kommuner som har fått forslaget sitt vurdert, og sier ikke noe om utfallet.

Hilsen sekretariatet for ${award}
`,
  }),
  nn: ({ award, municipality }, link) => ({
    subject: `Nytt om ${award}`,
    text: `Hei

Det er nytt om framlegget frå ${municipality} til ${award}.

Logg inn for å lese: ${link('/nn/kommune')}

Denne e-posten går til alle kommunar som har fått framlegget sitt vurdert, og seier ikkje noko om utfallet.

Helsing sekretariatet for ${award}
`,
  }),
  en: ({ award, municipality }, link) => ({
    subject: `News about ${award}`,
    text: `Hello

There is news about the entry from ${municipality} for ${award}.

Sign in to read it: ${link('/en/kommune')}

This e-mail goes to every municipality whose entry has been judged, and says nothing about the outcome.

Regards, the secretariat of ${award}
`,
  }),
};
