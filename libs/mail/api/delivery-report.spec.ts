import { deliveryTrouble } from '@award/award';
import { messagesOf } from './bounces.service';
import { readDeliveryReport } from './delivery-report';
import { REPORTS } from '../../../apps/api/testing/delivery-reports';

const id = '0b7c0d2e-6a3f-4c1d-9e55-1d2f3a4b5c6d';
const to = 'rad@vik.example';

describe('a delivery report', () => {
  it.each([
    ['postfix', 'failed', '5.1.1', 'no-such-address', 'mx.award.example'],
    ['exchange', 'failed', '5.1.10', 'no-such-address', 'VI1PR01.vik.example'],
    ['exim', 'failed', '5.0.0', 'mailbox-full', 'mx.award.example'],
    ['sendmail', 'delayed', '4.4.1', 'not-reached', 'mail.vik.example'],
  ] as const)(
    'is read as %s writes it: %s %s is %s',
    async (server, action, status, trouble, reporter) => {
      const report = await readDeliveryReport(REPORTS[server]({ id, to }));
      expect(report).toMatchObject({ mailIds: [id], reporter });
      expect(report?.recipients).toMatchObject([{ final: to, action, status }]);
      const [one] = report?.recipients ?? [];
      expect(deliveryTrouble(one?.status ?? '', one?.words ?? '')).toBe(trouble);
    },
  );

  it('is named by its own id, so that it counts once', async () => {
    const first = await readDeliveryReport(REPORTS.exim({ id, to }));
    expect(first?.id).toBe('<E1tXyZ-000abc-Qq@mx.award.example>');
  });

  it('joins what goes on over several lines', async () => {
    const report = await readDeliveryReport(REPORTS.postfix({ id, to }));
    expect(report?.recipients[0]?.words).toBe(
      '550 5.1.1 <rad@vik.example>: Recipient address rejected: User unknown in virtual mailbox table',
    );
  });

  it('reads the address that was written to where another one failed behind it', async () => {
    const text = REPORTS.postfix({ id, to })
      .toString()
      .replace(`Original-Recipient: rfc822;${to}`, 'Original-Recipient: rfc822;r+2Bd@vik.example');
    const report = await readDeliveryReport(Buffer.from(text));
    expect(report?.recipients).toMatchObject([{ original: 'r+d@vik.example', final: to }]);
  });

  it.each([
    ['somebody who is away', REPORTS.absence({ id, to })],
    ['nothing', Buffer.alloc(0)],
    ['noise', Buffer.from([0, 255, 10, 13, 0, 128, 10])],
    [
      'a report without a status part',
      Buffer.from(REPORTS.exim({ id, to }).toString().replace('message/delivery-status', 'text/x')),
    ],
    [
      'a status part in a mail that is no report',
      Buffer.from(
        REPORTS.exim({ id, to }).toString().replace('multipart/report', 'multipart/mixed'),
      ),
    ],
  ])('is not %s', async (_case, raw) => {
    expect(await readDeliveryReport(raw)).toBeNull();
  });

  it('has nobody in it when it tells of success', async () => {
    const text = REPORTS.exim({ id, to }).toString().replace('Action: failed', 'Action: relayed');
    expect((await readDeliveryReport(Buffer.from(text)))?.recipients).toEqual([]);
  });

  it('holds nothing that a database cannot keep', async () => {
    const text = REPORTS.exim({ id, to }).toString().replace('Mailbox full', 'Mailbox\0\x07full');
    const report = await readDeliveryReport(Buffer.from(text));
    expect(report?.recipients[0]?.words).toBe('550 5.2.2 Mailbox full');
  });

  it('comes alone or with others in an mbox', async () => {
    const one = REPORTS.exim({ id, to });
    expect(messagesOf(one)).toEqual([one]);
    const from = 'From MAILER-DAEMON Thu Jan 21 11:00:00 2027\n';
    const box = Buffer.concat([Buffer.from(from), one, Buffer.from(`\n${from}`), one]);
    const reports = await Promise.all(messagesOf(box).map((raw) => readDeliveryReport(raw)));
    expect(reports.map((report) => report?.mailIds)).toEqual([[id], [id]]);
  });
});
