import type { MailWords } from '@award/mail/api';

const RIGHTS: Record<'nb' | 'nn' | 'en', Record<string, string>> = {
  nb: {
    'municipality-viewer': 'lese forslaget',
    'municipality-editor': 'lese og skrive på forslaget',
    'municipality-submitter': 'skrive på forslaget og sende det inn',
  },
  nn: {
    'municipality-viewer': 'lese forslaget',
    'municipality-editor': 'lese og skrive på forslaget',
    'municipality-submitter': 'skrive på forslaget og sende det inn',
  },
  en: {
    'municipality-viewer': 'read the entry',
    'municipality-editor': 'read and write the entry',
    'municipality-submitter': 'write the entry and submit it',
  },
};

/** From a colleague, to the person who gets access. It gives no access by itself. */
const colleagueInvited: MailWords = {
  nb: ({ municipality, edition, by, role }, link) => ({
    subject: `Du kan skrive for ${municipality} i ${edition}`,
    text: `Hei!

${by} har gitt deg tilgang til forslaget fra ${municipality} til ${edition}. Du kan ${RIGHTS.nb[role ?? ''] ?? ''}.

Logg inn med denne e-postadressen. Du får en kode på e-post, og trenger ikke noe passord:
${link('/logg-inn?til=/kommune')}

Venter du ikke denne e-posten? Da trenger du ikke gjøre noe.
`,
  }),
  nn: ({ municipality, edition, by, role }, link) => ({
    subject: `Du kan skrive for ${municipality} i ${edition}`,
    text: `Hei!

${by} har gitt deg tilgang til forslaget frå ${municipality} til ${edition}. Du kan ${RIGHTS.nn[role ?? ''] ?? ''}.

Logg inn med denne e-postadressa. Du får ein kode på e-post, og treng ikkje noko passord:
${link('/nn/logg-inn?til=/kommune')}

Ventar du ikkje denne e-posten? Då treng du ikkje gjere noko.
`,
  }),
  en: ({ municipality, edition, by, role }, link) => ({
    subject: `You can write for ${municipality} in ${edition}`,
    text: `Hello,

${by} has given you access to the entry from ${municipality} for ${edition}. You can ${RIGHTS.en[role ?? ''] ?? ''}.

Sign in with this e-mail address. You get a code by e-mail and need no password:
${link('/en/logg-inn?til=/kommune')}

Were you not expecting this? Then there is nothing you need to do.
`,
  }),
};

export const colleagueMail = { 'colleague-invited': colleagueInvited };
