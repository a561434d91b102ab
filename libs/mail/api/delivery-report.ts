/**
 * Reads a delivery status notification (RFC 3464, in a multipart/report): which of our mails it is about, and what
 * became of it at each address. Nothing here trusts the report: it only says what stands in it.
 */
import { createHash } from 'node:crypto';
import PostalMime from 'postal-mime';

export interface ReportedRecipient {
  /** Where delivery failed; behind a forwarding this is another address than the one we wrote to. */
  readonly final: string;
  /** The address we wrote to, where the servers on the way kept it. */
  readonly original: string | null;
  readonly action: 'failed' | 'delayed';
  /** RFC 3463, such as `5.1.1`; empty when there is none. */
  readonly status: string;
  /** What the server that refused said. */
  readonly words: string;
}

export interface DeliveryReport {
  /** Of the report itself, so that one read twice counts once. */
  readonly id: string;
  /** Ids that one of our mails may have, from the envelope id, the return address and the Message-ID. */
  readonly mailIds: readonly string[];
  /** The server that reports. */
  readonly reporter: string;
  readonly recipients: readonly ReportedRecipient[];
}

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const STATUS_TYPES = ['message/delivery-status', 'message/global-delivery-status'];
/** The mail that came back, whole or its headers only. */
const RETURNED_TYPES = [
  'message/rfc822',
  'text/rfc822-headers',
  'message/global',
  'message/global-headers',
];
const MOST_RECIPIENTS = 20;
const LONGEST = 500;

/** Null when the message is no delivery report: somebody's answer, an absence, a bounce in words only. */
export async function readDeliveryReport(raw: Buffer): Promise<DeliveryReport | null> {
  const mail = await PostalMime.parse(raw, { attachmentEncoding: 'arraybuffer' });
  const headers = (name: string) =>
    mail.headers.filter(({ key }) => key === name).map(({ value }) => value);
  if (!/^\s*multipart\/report\b/i.test(headers('content-type')[0] ?? '')) return null;
  const part = (types: readonly string[]) =>
    mail.attachments.find(({ mimeType }) => types.includes(mimeType));
  const statusPart = part(STATUS_TYPES);
  if (!statusPart) return null;
  const [about = new Map<string, string>(), ...groups] = groupsOf(textOf(statusPart.content));
  const recipients = groups.slice(0, MOST_RECIPIENTS).flatMap((group) => recipientOf(group) ?? []);
  const returned = part(RETURNED_TYPES);
  const mailIds = [
    ...found(about.get('original-envelope-id') ?? '', `^(${UUID})$`),
    ...['to', 'delivered-to', 'x-original-to'].flatMap((name) =>
      headers(name).flatMap((value) => found(value, `\\+(${UUID})@`)),
    ),
    ...found(returned ? messageIdOf(textOf(returned.content)) : '', `<(${UUID})@`),
    ...['in-reply-to', 'references'].flatMap((name) =>
      headers(name).flatMap((value) => found(value, `<(${UUID})@`)),
    ),
  ];
  return {
    id: (mail.messageId ?? createHash('sha256').update(raw).digest('hex')).slice(0, LONGEST),
    mailIds: [...new Set(mailIds)],
    reporter: typed(about.get('reporting-mta')),
    recipients,
  };
}

function recipientOf(group: ReadonlyMap<string, string>): ReportedRecipient | null {
  const action = group.get('action')?.trim().toLowerCase();
  const final = addressOf(group.get('final-recipient'));
  if (final === null || (action !== 'failed' && action !== 'delayed')) return null;
  return {
    final,
    original: addressOf(group.get('original-recipient')),
    action,
    // A comment may follow the code: `5.1.1 (bad destination mailbox address)`.
    status: /^\s*([245]\.\d{1,3}\.\d{1,3})\b/.exec(group.get('status') ?? '')?.[1] ?? '',
    words: typed(group.get('diagnostic-code')),
  };
}

/** Groups of header fields with empty lines between; a field may go on over several lines. */
function groupsOf(text: string): Map<string, string>[] {
  return text
    .replaceAll('\r\n', '\n')
    .split(/\n[ \t]*\n+/)
    .filter((group) => group.trim() !== '')
    .map((group) => {
      const fields = new Map<string, string>();
      for (const line of group.replaceAll(/\n[ \t]+/g, ' ').split('\n')) {
        const at = line.indexOf(':');
        if (at > 0) fields.set(line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim());
      }
      return fields;
    });
}

/** Without the type in front: `dns; mx.example`, `smtp; 550 no such user`. */
function typed(value: string | undefined): string {
  return clean((value ?? '').replace(/^[\w-]+\s*;\s*/, ''));
}

/** `rfc822; <Kari@Vik.example>` as `kari@vik.example`; RFC 3461 writes a plus sign as `+2B`. */
function addressOf(value: string | undefined): string | null {
  if (value === undefined) return null;
  const bare = typed(value).replaceAll(/[<>\s]/g, '');
  const plain = /^rfc822\s*;/i.test(value)
    ? bare.replaceAll(/\+([0-9A-F]{2})/g, (_all, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      )
    : bare;
  return plain.includes('@') ? plain.toLowerCase() : null;
}

function messageIdOf(text: string): string {
  const [head = ''] = text
    .replaceAll('\r\n', '\n')
    .trimStart()
    .split(/\n[ \t]*\n/, 1);
  return /^message-id:(.*)$/im.exec(head.replaceAll(/\n[ \t]+/g, ' '))?.[1] ?? '';
}

function found(text: string, pattern: string): string[] {
  return [...text.trim().matchAll(new RegExp(pattern, 'gi'))].map((match) =>
    (match[1] ?? '').toLowerCase(),
  );
}

function textOf(content: ArrayBuffer | Uint8Array | string): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}

/** Bounded, on one line, and without what PostgreSQL cannot keep. */
function clean(text: string): string {
  return text
    .replaceAll(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, LONGEST);
}
