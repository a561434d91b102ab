import type { MailWords } from '@award/mail/api';

export const ASKED = 'publication.correction-asked';
export const ANSWERED = 'publication.correction-answered';

/** To the secretariat. Words: `award`, `municipality`. */
export const askedMail: MailWords = {
  nb: ({ award, municipality }, link) => ({
    subject: `${municipality} ber om en rettelse`,
    text: `Hei

${municipality} har meldt om en feil i det som er offentliggjort i ${award}.

Logg inn for å lese og svare: ${link('/sekretariat/publisering')}
`,
  }),
  nn: ({ award, municipality }, link) => ({
    subject: `${municipality} ber om ei retting`,
    text: `Hei

${municipality} har meldt om ein feil i det som er offentleggjort i ${award}.

Logg inn for å lese og svare: ${link('/nn/sekretariat/publisering')}
`,
  }),
  en: ({ award, municipality }, link) => ({
    subject: `${municipality} asks for a correction`,
    text: `Hello

${municipality} has reported an error in what has been published about ${award}.

Sign in to read it and to answer: ${link('/en/sekretariat/publisering')}
`,
  }),
};

/** To the municipality; the answer itself is behind sign-in. Words: `award`, `municipality`. */
export const answeredMail: MailWords = {
  nb: ({ award, municipality }, link) => ({
    subject: `Svar på meldingen om feil: ${award}`,
    text: `Hei

Sekretariatet har svart på meldingen fra ${municipality} om en feil.

Logg inn for å lese svaret: ${link('/kommune/resultat')}

Hilsen sekretariatet for ${award}
`,
  }),
  nn: ({ award, municipality }, link) => ({
    subject: `Svar på meldinga om feil: ${award}`,
    text: `Hei

Sekretariatet har svart på meldinga frå ${municipality} om ein feil.

Logg inn for å lese svaret: ${link('/nn/kommune/resultat')}

Helsing sekretariatet for ${award}
`,
  }),
  en: ({ award, municipality }, link) => ({
    subject: `Answer to your report of an error: ${award}`,
    text: `Hello

The secretariat has answered the report from ${municipality} of an error.

Sign in to read the answer: ${link('/en/kommune/resultat')}

Regards, the secretariat of ${award}
`,
  }),
};
