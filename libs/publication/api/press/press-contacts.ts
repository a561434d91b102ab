import { type PressContact, readAloud } from '@award/award';
import type { PressContactView } from '@award/publication/contract';
import type { Language } from '../public-language';

interface ContactWords {
  heading: string;
  phone: string;
}

const WORDS: Readonly<Record<Language, ContactWords>> = {
  nb: { heading: 'Kontakt', phone: 'telefon' },
  nn: { heading: 'Kontakt', phone: 'telefon' },
  en: { heading: 'Contact', phone: 'telephone' },
};

export function contactView({ name, role, phone, email }: PressContact): PressContactView {
  return { name, role, phone: { read: readAloud(phone), dialled: phone }, email };
}

/** The contacts as the last lines of a text, with the country before a Norwegian number to readers of English. */
export function contactLines(contacts: readonly PressContactView[], language: Language): string[] {
  if (contacts.length === 0) return [];
  const words = WORDS[language];
  const number = ({ read, dialled }: PressContactView['phone']) =>
    language === 'en' && read !== dialled ? `+47 ${read}` : read;
  const lines = contacts.map(({ name, role, phone, email }) =>
    [name, role, `${words.phone} ${number(phone)}`, email].filter((one) => one !== '').join(', '),
  );
  return [`${words.heading}:\n${lines.join('\n')}`];
}
