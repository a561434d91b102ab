import type { MailWords } from '@award/mail/api';

export const POSTPONED = 'publication.postponed';

/**
 * To whoever knows or waits: another time, and nothing else. Words: `award`, `what` (finalists or
 * winners), `when` in the recipient's language.
 */
export const postponedMail: MailWords = {
  nb: ({ award, what, when }, link) => ({
    subject: `Ny tid for kunngjøringen: ${award}`,
    text: `Hei

${what === 'winners' ? 'Kunngjøringen av vinnerne' : 'Kunngjøringen av finalistene'} er flyttet. Ny tid er ${when}.

Er du klarert og vet noe på forhånd, gjelder taushetsplikten fram til da.

Tidene står her: ${link('/')}

Hilsen sekretariatet for ${award}
`,
  }),
  nn: ({ award, what, when }, link) => ({
    subject: `Ny tid for kunngjeringa: ${award}`,
    text: `Hei

${what === 'winners' ? 'Kunngjeringa av vinnarane' : 'Kunngjeringa av finalistane'} er flytta. Ny tid er ${when}.

Er du klarert og veit noko på førehand, gjeld teieplikta fram til då.

Tidene står her: ${link('/nn')}

Helsing sekretariatet for ${award}
`,
  }),
  en: ({ award, what, when }, link) => ({
    subject: `New time for the announcement: ${award}`,
    text: `Hello

${what === 'winners' ? 'The announcement of the winners' : 'The announcement of the finalists'} has been moved. The new time is ${when}.

If you are cleared and know anything beforehand, your duty of confidentiality lasts until then.

The times are here: ${link('/en')}

Regards, the secretariat of ${award}
`,
  }),
};
