import type { LinkTokens } from '@award/access/api';
import type { MailWords } from '@award/mail/api';

export type TipMail =
  'tip-confirm' | 'tip-received' | 'tip-unaddressed' | 'tip-accepted' | 'tip-declined';

/** The link to confirm by is made when the mail is sent: the outbox holds nothing that opens anything. */
export function tipMail(tokens: LinkTokens): Record<TipMail, MailWords> {
  const open = (words: Record<string, string>) => `#${tokens.tokenOf('tip', words['tipId'] ?? '')}`;
  return {
    'tip-confirm': {
      nb: (words, link) => ({
        subject: `Bekreft tipset om ${words['municipality']}`,
        text: `Noen, forhåpentligvis du, har tipset om ${words['municipality']} til ${words['award']}.

Åpne lenken og bekreft, så går tipset til kommunen. Den gjelder i sju dager.

${link('/tips/bekreft')}${open(words)}

Var det ikke du? Da trenger du ikke gjøre noe. Tipset blir slettet.
`,
      }),
      nn: (words, link) => ({
        subject: `Stadfest tipset om ${words['municipality']}`,
        text: `Nokon, truleg du, har tipsa om ${words['municipality']} til ${words['award']}.

Opne lenkja og stadfest, så går tipset til kommunen. Ho gjeld i sju dagar.

${link('/nn/tips/bekreft')}${open(words)}

Var det ikkje du? Da treng du ikkje gjere noko. Tipset blir sletta.
`,
      }),
      en: (words, link) => ({
        subject: `Confirm your tip about ${words['municipality']}`,
        text: `Somebody, hopefully you, has tipped about ${words['municipality']} for ${words['award']}.

Open the link and confirm, and the tip goes to the municipality. The link works for seven days.

${link('/en/tips/bekreft')}${open(words)}

Was it not you? Then there is nothing you need to do. The tip will be deleted.
`,
      }),
    },
    'tip-received': {
      nb: ({ municipality, award }, link) => ({
        subject: `${municipality} er tipset til ${award}`,
        text: `Noen mener at ${municipality} bør være med i ${award}. Les tipset, og svar om dere vil lage et forslag. Dere skriver det selv og sender det inn når det er klart.

${link('/kommune')}
`,
      }),
      nn: ({ municipality, award }, link) => ({
        subject: `${municipality} er tipsa til ${award}`,
        text: `Nokon meiner at ${municipality} bør vere med i ${award}. Les tipset, og svar om de vil lage eit forslag. De skriv det sjølve og sender det inn når det er klart.

${link('/nn/kommune')}
`,
      }),
      en: ({ municipality, award }, link) => ({
        subject: `${municipality} has been tipped for ${award}`,
        text: `Somebody thinks that ${municipality} should take part in ${award}. Read the tip, and answer whether you want to make a nomination. You write it yourselves and send it when it is ready.

${link('/en/kommune')}
`,
      }),
    },
    'tip-unaddressed': {
      nb: ({ municipality }, link) => ({
        subject: `Tips om ${municipality}, som ikke er invitert`,
        text: `Det er kommet et tips om ${municipality}, men vi har ingen e-postadresse til kommunen. Inviter den, så får den vite om tipset når den logger inn.

${link('/sekretariat/kommuner')}
`,
      }),
      nn: ({ municipality }, link) => ({
        subject: `Tips om ${municipality}, som ikkje er invitert`,
        text: `Det er kome eit tips om ${municipality}, men vi har inga e-postadresse til kommunen. Inviter han, så får han vite om tipset når han loggar inn.

${link('/nn/sekretariat/kommuner')}
`,
      }),
      en: ({ municipality }, link) => ({
        subject: `A tip about ${municipality}, which has not been invited`,
        text: `There is a tip about ${municipality}, but we have no e-mail address of the municipality. Invite it, and it will see the tip when it signs in.

${link('/en/sekretariat/kommuner')}
`,
      }),
    },
    'tip-accepted': {
      nb: ({ municipality }, link) => ({
        subject: `${municipality} vil lage et forslag`,
        text: `Takk for tipset. ${municipality} vil lage et forslag.

${link('/')}
`,
      }),
      nn: ({ municipality }, link) => ({
        subject: `${municipality} vil lage eit forslag`,
        text: `Takk for tipset. ${municipality} vil lage eit forslag.

${link('/nn/')}
`,
      }),
      en: ({ municipality }, link) => ({
        subject: `${municipality} will make a nomination`,
        text: `Thank you for the tip. ${municipality} will make a nomination.

${link('/en/')}
`,
      }),
    },
    'tip-declined': {
      nb: ({ municipality }, link) => ({
        subject: `${municipality} blir ikke med i år`,
        text: `Takk for tipset. ${municipality} har takket nei til å lage et forslag i år.

${link('/')}
`,
      }),
      nn: ({ municipality }, link) => ({
        subject: `${municipality} blir ikkje med i år`,
        text: `Takk for tipset. ${municipality} har takka nei til å lage eit forslag i år.

${link('/nn/')}
`,
      }),
      en: ({ municipality }, link) => ({
        subject: `${municipality} will not take part this year`,
        text: `Thank you for the tip. ${municipality} has declined to make a nomination this year.

${link('/en/')}
`,
      }),
    },
  };
}
