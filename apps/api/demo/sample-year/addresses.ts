import { takeBounce } from '@award/mail/api';
import { done } from '../as-people';
import { personOf } from './entry-content';
import { type SampleYear, until } from './sample-year';

const COLLEAGUES = [
  { name: 'Ingrid Moen', email: 'ingrid.moen@askedalen.example', role: 'municipality-editor' },
  { name: 'Tor Haugland', email: 'tor.haugland@askedalen.example', role: 'municipality-viewer' },
];

/** One municipality writes with two colleagues; and one invitation comes back, because nobody has the address. */
export async function fillTheAddressBook(year: SampleYear): Promise<void> {
  const [first, , , , , away] = year.plan.municipalities;
  if (!first || !away) return;
  const submitter = await year.people.person(personOf(first));
  const known = await done(
    submitter.get<{ colleagues: { emails: string[] }[] }>('/api/colleagues'),
  );
  const emails = known.colleagues.flatMap((one) => one.emails);
  for (const colleague of COLLEAGUES)
    if (!emails.includes(colleague.email)) await done(submitter.post('/api/colleagues', colleague));
  await inviteInVain(year, away.number, 'naringssjef@feilskrevet.example');
}

async function inviteInVain(year: SampleYear, number: string, email: string): Promise<void> {
  const secretary = await year.people.person('sekretaer');
  const [{ id: municipalityId }] = await year.db.query(
    `select v.municipality_id as id from municipality_version v join municipality m on m.id = v.municipality_id
     where v.number = $1 and m.invented`,
    [number],
  );
  await done(
    secretary.post('/api/outreach/invitations', {
      editionId: year.editionId,
      invitations: [{ municipalityId, email, name: 'Næringssjefen' }],
    }),
  );
  await comesBack(year, email);
}

/** The mail to an address that nobody has is returned, once it has gone. */
export async function comesBack(year: SampleYear, email: string): Promise<void> {
  let mailId = '';
  await until('a mail to have gone', async () => {
    const [mail] = await year.db.query(
      'select id from mail_outbox where edition_id = $1 and recipient = $2 and sent_at is not null',
      [year.editionId, email],
    );
    mailId = mail?.id ?? '';
    return mailId !== '';
  });
  await takeBounce(year.db, returned(mailId, email));
}

/** What the recipient's mail server would have sent back. */
function returned(mailId: string, email: string): Buffer {
  return Buffer.from(
    [
      `Message-ID: <retur-${mailId}@feilskrevet.example>`,
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=part',
      '',
      '--part',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.feilskrevet.example',
      `Original-Envelope-Id: ${mailId}`,
      '',
      `Final-Recipient: rfc822; ${email}`,
      'Action: failed',
      'Status: 5.1.1',
      'Diagnostic-Code: smtp; 550 5.1.1 User unknown',
      '',
      '--part--',
      '',
    ].join('\r\n'),
  );
}
