/**
 * What became of a mail that did not arrive, in few enough kinds that a person knows what to do: find
 * another address, ring, or try again. Mail servers say it by an enhanced status code (RFC 3463), class,
 * subject and detail: `5.1.1`. The class tells whether the server has given up for good; the kind follows
 * from subject and detail, because a server that tried for days in vain says 4 and means the same. Where
 * the code says nothing (`5.0.0`), a code in the server's own words is read instead.
 */

/** In the order in which a person should look at them. */
export const DELIVERY_TROUBLES = [
  'no-such-address',
  'mailbox-full',
  'too-large',
  'not-reached',
  'refused',
] as const;

/** One of {@link DELIVERY_TROUBLES}; `refused` is also what nobody has explained. */
export type DeliveryTrouble = (typeof DELIVERY_TROUBLES)[number];

const ENHANCED = /(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.]*\d)/;

/** Subject and detail of RFC 3463, without the class. */
const BY_DETAIL: Readonly<Record<string, DeliveryTrouble>> = {
  // A mailbox that is closed is gone: nobody reads there.
  '2.1': 'no-such-address',
  '2.2': 'mailbox-full',
  '2.3': 'too-large',
  '3.1': 'mailbox-full',
  '3.4': 'too-large',
};

/** Within the subject of addresses, what is about the sender's address is the sender's to mend. */
const ABOUT_SENDER = ['1.7', '1.8'];

/**
 * The kind of trouble.
 *
 * @param status an enhanced status code such as `5.1.1`, or anything else when there is none
 * @param words what the server said, such as `550 5.1.1 User unknown`
 */
export function deliveryTrouble(status: string, words: string): DeliveryTrouble {
  const code = telling(status) ?? telling(words);
  if (code === null) return 'refused';
  const [subject, detail] = code.split('.').slice(1);
  const known = BY_DETAIL[`${subject}.${detail}`];
  if (known) return known;
  if (subject === '1')
    return ABOUT_SENDER.includes(`${subject}.${detail}`) ? 'refused' : 'no-such-address';
  return subject === '4' ? 'not-reached' : 'refused';
}

/** The first enhanced status code in the text; null when there is none. */
export function enhancedStatus(text: string): string | null {
  return ENHANCED.exec(text)?.[1] ?? null;
}

/** A code that says more than that something is wrong. */
function telling(text: string): string | null {
  const code = enhancedStatus(text);
  return code === null || /\.0\.\d+$/.test(code) ? null : code;
}

/** Whether sending the same mail to the same address again can help. */
export function mayHelpToSendAgain(trouble: DeliveryTrouble): boolean {
  return trouble !== 'no-such-address' && trouble !== 'too-large';
}
