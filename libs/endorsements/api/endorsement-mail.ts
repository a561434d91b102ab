import type { LinkTokens } from '@award/access/api';
import type { MailWords } from '@award/mail/api';

/** The area's mails by the name under which they are queued. */
export type EndorsementMail = 'partner-link' | 'partner-reminder' | 'partner-new-text';

/**
 * The link is made when the mail is sent, from the partner's id: the outbox holds nothing that opens
 * anything. Whoever gets the mail may throw it away; nothing happens by itself.
 */
export function endorsementMail(tokens: LinkTokens): Record<EndorsementMail, MailWords> {
  const open = (words: Record<string, string>) =>
    `#${tokens.tokenOf('partner', words['partnerId'] ?? '')}`;
  return {
    'partner-link': {
      nb: (words, link) => ({
        subject: `${words['municipality']}: vil ${words['partner']} støtte forslaget?`,
        text: `${words['municipality']} er foreslått til ${words['award']} og har oppgitt ${words['partner']} som samarbeidspartner.

Vil dere støtte forslaget, og svare på åtte korte spørsmål om hvordan kommunen arbeider med næringslivet? Det tar et par minutter, og dere trenger ikke logge inn.

Støtten og svarene er to forskjellige ting. Svarene på spørsmålene lagres uten at det står hvem som har svart, og kommunen ser dem ikke.

${link('/partner')}${open(words)}

Lenken er personlig og gjelder til ${words['due']}. Vil dere ikke svare, trenger dere ikke gjøre noe.
`,
      }),
      nn: (words, link) => ({
        subject: `${words['municipality']}: vil ${words['partner']} støtte forslaget?`,
        text: `${words['municipality']} er foreslått til ${words['award']} og har oppgitt ${words['partner']} som samarbeidspartnar.

Vil de støtte forslaget, og svare på åtte korte spørsmål om korleis kommunen arbeider med næringslivet? Det tek eit par minutt, og de treng ikkje logge inn.

Støtta og svara er to ulike ting. Svara på spørsmåla blir lagra utan at det står kven som har svart, og kommunen ser dei ikkje.

${link('/nn/partner')}${open(words)}

Lenkja er personleg og gjeld til ${words['due']}. Vil de ikkje svare, treng de ikkje gjere noko.
`,
      }),
      en: (words, link) => ({
        subject: `${words['municipality']}: will ${words['partner']} endorse the nomination?`,
        text: `${words['municipality']} has been nominated for ${words['award']} and has named ${words['partner']} as a partner.

Would you endorse the nomination, and answer eight short questions about how the municipality works with business? It takes a couple of minutes, and you need not sign in.

The endorsement and the answers are two different things. The answers are stored without saying who gave them, and the municipality does not see them.

${link('/en/partner')}${open(words)}

The link is personal and works until ${words['due']}. If you do not want to answer, there is nothing you need to do.
`,
      }),
    },
    'partner-reminder': {
      nb: (words, link) => ({
        subject: `Påminnelse: vil ${words['partner']} støtte forslaget fra ${words['municipality']}?`,
        text: `For en uke siden spurte vi om ${words['partner']} vil støtte forslaget fra ${words['municipality']} til ${words['award']}. Dette er den eneste påminnelsen.

${link('/partner')}${open(words)}

Lenken gjelder til ${words['due']}. Vil dere ikke svare, trenger dere ikke gjøre noe.
`,
      }),
      nn: (words, link) => ({
        subject: `Påminning: vil ${words['partner']} støtte forslaget frå ${words['municipality']}?`,
        text: `For ei veke sidan spurde vi om ${words['partner']} vil støtte forslaget frå ${words['municipality']} til ${words['award']}. Dette er den einaste påminninga.

${link('/nn/partner')}${open(words)}

Lenkja gjeld til ${words['due']}. Vil de ikkje svare, treng de ikkje gjere noko.
`,
      }),
      en: (words, link) => ({
        subject: `Reminder: will ${words['partner']} endorse the nomination of ${words['municipality']}?`,
        text: `A week ago we asked whether ${words['partner']} would endorse the nomination of ${words['municipality']} for ${words['award']}. This is the only reminder.

${link('/en/partner')}${open(words)}

The link works until ${words['due']}. If you do not want to answer, there is nothing you need to do.
`,
      }),
    },
    'partner-new-text': {
      nb: (words, link) => ({
        subject: `${words['municipality']} har endret teksten dere støttet`,
        text: `${words['partner']} støttet forslaget fra ${words['municipality']} til ${words['award']}. Etterpå er teksten endret. Støtten gjelder den teksten dere så, og teller derfor ikke lenger.

Les den nye teksten, og støtt den hvis dere vil:

${link('/partner')}${open(words)}

Lenken gjelder til ${words['due']}.
`,
      }),
      nn: (words, link) => ({
        subject: `${words['municipality']} har endra teksten de støtta`,
        text: `${words['partner']} støtta forslaget frå ${words['municipality']} til ${words['award']}. Etterpå er teksten endra. Støtta gjeld den teksten de såg, og tel derfor ikkje lenger.

Les den nye teksten, og støtt han om de vil:

${link('/nn/partner')}${open(words)}

Lenkja gjeld til ${words['due']}.
`,
      }),
      en: (words, link) => ({
        subject: `${words['municipality']} has changed the text you endorsed`,
        text: `${words['partner']} endorsed the nomination of ${words['municipality']} for ${words['award']}. The text has been changed since. The endorsement holds for the text you saw, and so it no longer counts.

Read the new text, and endorse it if you wish:

${link('/en/partner')}${open(words)}

The link works until ${words['due']}.
`,
      }),
    },
  };
}
