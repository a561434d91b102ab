/**
 * Whom journalists ring. A contact has a name and a number of their own: a switchboard in the evening helps nobody. Numbers
 * are stored as a telephone dials them, and shown as people read them aloud.
 */
export interface PressContact {
  readonly name: string;
  /** What they do and for whom; empty where it is not told. */
  readonly role: string;
  /** As a telephone dials it: `+`, country and number, digits only. */
  readonly phone: string;
  /** Empty where there is none. */
  readonly email: string;
}

/** Most of each, in characters where nothing else is said. */
export const PRESS_CONTACT_LIMITS = {
  contacts: 4,
  name: 120,
  role: 120,
  phone: 40,
  email: 254,
} as const;

export interface PressContactProblem {
  /** Which contact, from 0. */
  readonly at: number;
  readonly field: 'name' | 'phone' | 'email';
  readonly reason: 'missing' | 'not-a-phone' | 'not-an-email';
}

/**
 * A number as a telephone dials it, such as `+4722132100`; null when it is none. Eight digits are Norwegian, and begin
 * with 2 to 9; any other number is written with its country. Source: E.164, and the Norwegian numbering plan.
 */
export function dialled(written: string): string | null {
  const digits = written.replace(/[\s\u00a0().-]/g, '').replace(/^00/, '+');
  if (/^[2-9][0-9]{7}$/.test(digits)) return `+47${digits}`;
  if (digits.startsWith('+47')) return /^\+47[2-9][0-9]{7}$/.test(digits) ? digits : null;
  return /^\+[1-9][0-9]{6,14}$/.test(digits) ? digits : null;
}

/** A dialled number as it is read: `22 13 21 00`, `900 12 345`; a foreign one as it is dialled. */
export function readAloud(phone: string): string {
  const own = /^\+47([0-9]{8})$/.exec(phone)?.[1];
  if (own === undefined) return phone;
  const parts = /^[489]/.test(own) ? [3, 5] : [2, 4, 6];
  return [0, ...parts].map((from, at) => own.slice(from, parts[at])).join(' ');
}

/** What keeps the contacts from being told, in their order. */
export function pressContactProblems(contacts: readonly PressContact[]): PressContactProblem[] {
  return contacts.flatMap(({ name, phone, email }, at) => {
    const problems: PressContactProblem[] = [];
    if (name.trim() === '') problems.push({ at, field: 'name', reason: 'missing' });
    if (phone.trim() === '') problems.push({ at, field: 'phone', reason: 'missing' });
    else if (dialled(phone) === null) problems.push({ at, field: 'phone', reason: 'not-a-phone' });
    if (!plausible(email.trim())) problems.push({ at, field: 'email', reason: 'not-an-email' });
    return problems;
  });
}

/** The contacts as they are stored. Only for contacts without problems. */
export function tidied(contacts: readonly PressContact[]): PressContact[] {
  return contacts.map(({ name, role, phone, email }) => ({
    name: name.trim(),
    role: role.trim(),
    phone: dialled(phone) ?? phone.trim(),
    email: email.trim(),
  }));
}

function plausible(email: string): boolean {
  return email === '' || /^[^\s@<>,;:"()]+@[^\s@<>,;:"().]+(?:\.[^\s@<>,;:"().]+)+$/u.test(email);
}
