import type { MailWords } from '@award/mail/api';

/** Mail at a municipality is a public record: it says that there is news, never what. */
export const factCheckMail: MailWords = {
  nb: ({ municipality, due }, link) => ({
    subject: `Nytt om forslaget fra ${municipality}`,
    text: `Det er noe nytt om forslaget fra ${municipality}, og noe vi ber dere se på innen ${due}. Logg inn for å lese det:

${link('/kommune/faktasjekk')}

Hører vi ikke fra dere, regner vi med at alt er i orden.
`,
  }),
  nn: ({ municipality, due }, link) => ({
    subject: `Nytt om forslaget frå ${municipality}`,
    text: `Det er noko nytt om forslaget frå ${municipality}, og noko vi ber dykk sjå på innan ${due}. Logg inn for å lese det:

${link('/nn/kommune/faktasjekk')}

Høyrer vi ikkje frå dykk, reknar vi med at alt er i orden.
`,
  }),
  en: ({ municipality, due }, link) => ({
    subject: `News about the nomination from ${municipality}`,
    text: `There is news about the nomination from ${municipality}, and something we ask you to look at by ${due}. Sign in to read it:

${link('/en/kommune/faktasjekk')}

If we do not hear from you, we take it that all is well.
`,
  }),
};
