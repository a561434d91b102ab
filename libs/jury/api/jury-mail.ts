import type { MailWords } from '@award/mail/api';

/** Words: `award` (with its year), `className`, `house`, `name`. */
const invitation: MailWords = {
  nb: ({ award, className, name }, link) => ({
    subject: `Vil du sitte i juryen for ${award}?`,
    text: `Hei, ${name}\n\nDu er invitert til juryen for ${award}, kategorien ${className}.\n\nLogg inn med denne e-postadressen og svar ja eller nei:\n${link('/jury')}\n\nFør du får lese noe, lover du taushet om arbeidet og sier fra om du kan være inhabil.\n`,
  }),
  nn: ({ award, className, name }, link) => ({
    subject: `Vil du sitje i juryen for ${award}?`,
    text: `Hei, ${name}\n\nDu er invitert til juryen for ${award}, kategorien ${className}.\n\nLogg inn med denne e-postadressa og svar ja eller nei:\n${link('/nn/jury')}\n\nFør du får lese noko, lovar du å teie om arbeidet og seier frå om du kan vere inhabil.\n`,
  }),
  en: ({ award, className, name }, link) => ({
    subject: `Will you sit on the jury for ${award}?`,
    text: `Hello, ${name}\n\nYou are invited to the jury for ${award}, in the class ${className}.\n\nSign in with this e-mail address and answer yes or no:\n${link('/en/jury')}\n\nBefore you can read anything, you promise confidentiality and say whether you may be partial.\n`,
  }),
};

/** Words: `award` (with its year), `className`. */
const steppedIn: MailWords = {
  nb: ({ award, className }, link) => ({
    subject: `Du trer inn i juryen for ${award}`,
    text: `Du trer inn som varamedlem i kategorien ${className}.\n\nSi først fra om habiliteten din, så åpner forslagene seg:\n${link('/jury')}\n`,
  }),
  nn: ({ award, className }, link) => ({
    subject: `Du trer inn i juryen for ${award}`,
    text: `Du trer inn som varamedlem i kategorien ${className}.\n\nSei først frå om habiliteten din, så opnar forslaga seg:\n${link('/nn/jury')}\n`,
  }),
  en: ({ award, className }, link) => ({
    subject: `You step in on the jury for ${award}`,
    text: `You step in as a deputy in the class ${className}.\n\nFirst declare your impartiality, and the entries will open:\n${link('/en/jury')}\n`,
  }),
};

export const juryMail = { invitation, steppedIn };
