import type { LinkTokens } from '@award/access/api';
import type { Db } from '@award/editions/api';
import type { MailWords, WaitingMail } from '@award/mail/api';

export type ApprovalMail = 'approval-link' | 'approval-changed' | 'approval-edited';

/** Whether the recipient is still asked. */
export async function isStillApprover(db: Db, { recipient, words }: WaitingMail): Promise<boolean> {
  const found = await db.query(
    'select 1 from approval where id::text = $1 and email = $2 and revoked_at is null',
    [words['approvalId'], recipient],
  );
  return found.length > 0;
}

/** The link is made when the mail is sent: the outbox holds nothing that opens anything. */
export function approvalMail(tokens: LinkTokens): Record<ApprovalMail, MailWords> {
  const open = (words: Record<string, string>) =>
    `#${tokens.tokenOf('approval', words['approvalId'] ?? '')}`;
  return {
    'approval-link': {
      nb: (words, link) => ({
        subject: `Vil du godkjenne forslaget fra ${words['municipality']}?`,
        text: `Hei, ${words['name']}.

${words['municipality']} skriver på et forslag til ${words['award']}, og spør om du godkjenner det. Les forslaget, og godkjenn det med én knapp. Du trenger ikke logge inn.

${link('/godkjenn')}${open(words)}

Forslaget kan sendes inn uten godkjenningen din. Lenken er personlig.
`,
      }),
      nn: (words, link) => ({
        subject: `Vil du godkjenne forslaget frå ${words['municipality']}?`,
        text: `Hei, ${words['name']}.

${words['municipality']} skriv på eit forslag til ${words['award']}, og spør om du godkjenner det. Les forslaget, og godkjenn det med éin knapp. Du treng ikkje logge inn.

${link('/nn/godkjenn')}${open(words)}

Forslaget kan sendast inn utan godkjenninga di. Lenkja er personleg.
`,
      }),
      en: (words, link) => ({
        subject: `Will you approve the nomination of ${words['municipality']}?`,
        text: `Hello, ${words['name']}.

${words['municipality']} is writing a nomination for ${words['award']} and asks whether you approve it. Read it, and approve it with one button. You need not sign in.

${link('/en/godkjenn')}${open(words)}

The nomination can be sent without your approval. The link is personal.
`,
      }),
    },
    'approval-changed': {
      nb: (words, link) => ({
        subject: `Forslaget fra ${words['municipality']} er endret`,
        text: `Du godkjente forslaget fra ${words['municipality']} til ${words['award']}. Etterpå er det endret, og kommunen sier at endringen har betydning. Se hva som er endret, og godkjenn på nytt hvis du vil:

${link('/godkjenn')}${open(words)}
`,
      }),
      nn: (words, link) => ({
        subject: `Forslaget frå ${words['municipality']} er endra`,
        text: `Du godkjende forslaget frå ${words['municipality']} til ${words['award']}. Etterpå er det endra, og kommunen seier at endringa har noko å seie. Sjå kva som er endra, og godkjenn på nytt om du vil:

${link('/nn/godkjenn')}${open(words)}
`,
      }),
      en: (words, link) => ({
        subject: `The nomination of ${words['municipality']} has been changed`,
        text: `You approved the nomination of ${words['municipality']} for ${words['award']}. It has been changed since, and the municipality says that the change is of substance. See what has changed, and approve again if you wish:

${link('/en/godkjenn')}${open(words)}
`,
      }),
    },
    'approval-edited': {
      nb: (words, link) => ({
        subject: `Forslaget fra ${words['municipality']} er rettet`,
        text: `Du godkjente forslaget fra ${words['municipality']} til ${words['award']}. Etterpå er det rettet, og kommunen sier at endringen ikke har betydning. Godkjenningen din står. Er du uenig, kan du se hva som er endret og trekke den tilbake:

${link('/godkjenn')}${open(words)}
`,
      }),
      nn: (words, link) => ({
        subject: `Forslaget frå ${words['municipality']} er retta`,
        text: `Du godkjende forslaget frå ${words['municipality']} til ${words['award']}. Etterpå er det retta, og kommunen seier at endringa ikkje har noko å seie. Godkjenninga di står. Er du ueinig, kan du sjå kva som er endra og trekkje ho tilbake:

${link('/nn/godkjenn')}${open(words)}
`,
      }),
      en: (words, link) => ({
        subject: `The nomination of ${words['municipality']} has been corrected`,
        text: `You approved the nomination of ${words['municipality']} for ${words['award']}. It has been corrected since, and the municipality says that the change is not of substance. Your approval stands. If you disagree, you can see what has changed and take it back:

${link('/en/godkjenn')}${open(words)}
`,
      }),
    },
  };
}
