import type { MailWords } from '@award/mail/api';

/*
 * A mail to a municipality is a public record there: it says what has happened to the entry's way
 * and links to the page behind sign-in. None of these can carry an outcome.
 */

const receipt: MailWords = {
  nb: ({ municipality, title, received, reference, className, sha256, attached }, link) => ({
    subject: `Kvittering: forslaget fra ${municipality} er mottatt`,
    text: `Forslaget fra ${municipality} er mottatt ${received}.

Tittel: ${title}
Referanse: ${reference}
Kategori: ${className}

Fram til fristen kan dere ta forslaget tilbake, endre det og sende det inn på nytt. Etter fristen går sekretariatet gjennom forslaget, og dere får beskjed når det er gjort.

${attached ? 'Hele forslaget ligger ved som PDF.\n\n' : ''}Forslaget og hva som skjer videre: ${link('/kommune')}

Fingeravtrykk av det som ble sendt inn (SHA-256):
${sha256}
`,
  }),
  nn: ({ municipality, title, received, reference, className, sha256, attached }, link) => ({
    subject: `Kvittering: forslaget frå ${municipality} er motteke`,
    text: `Forslaget frå ${municipality} er motteke ${received}.

Tittel: ${title}
Referanse: ${reference}
Kategori: ${className}

Fram til fristen kan de ta forslaget tilbake, endre det og sende det inn på nytt. Etter fristen går sekretariatet gjennom forslaget, og de får melding når det er gjort.

${attached ? 'Heile forslaget ligg ved som PDF.\n\n' : ''}Forslaget og kva som skjer vidare: ${link('/nn/kommune')}

Fingeravtrykk av det som vart sendt inn (SHA-256):
${sha256}
`,
  }),
  en: ({ municipality, title, received, reference, className, sha256, attached }, link) => ({
    subject: `Receipt: the nomination from ${municipality} has been received`,
    text: `The nomination from ${municipality} was received ${received}.

Title: ${title}
Reference: ${reference}
Category: ${className}

Until the deadline you may take it back, change it and send it again. After the deadline the secretariat checks it and lets you know.

${attached ? 'The whole nomination is attached as a PDF.\n\n' : ''}The nomination and what happens next: ${link('/en/kommune')}

Fingerprint of what was sent (SHA-256):
${sha256}
`,
  }),
};

const held: MailWords = {
  nb: ({ municipality, due }, link) => ({
    subject: `Vil ${municipality} sende inn forslaget?`,
    text: `Fristen er ute. Forslaget fra ${municipality} var ferdig, men ikke sendt inn. Teksten er låst slik den sto.

Vil dere sende det inn? Svar senest ${due}. Hører vi ikke fra dere, blir forslaget ikke med.

Svar her: ${link('/kommune')}
`,
  }),
  nn: ({ municipality, due }, link) => ({
    subject: `Vil ${municipality} sende inn forslaget?`,
    text: `Fristen er ute. Forslaget frå ${municipality} var ferdig, men ikkje sendt inn. Teksten er låst slik han stod.

Vil de sende det inn? Svar seinast ${due}. Høyrer vi ikkje frå dykk, blir forslaget ikkje med.

Svar her: ${link('/nn/kommune')}
`,
  }),
  en: ({ municipality, due }, link) => ({
    subject: `Does ${municipality} want to send its nomination?`,
    text: `The deadline has passed. The nomination from ${municipality} was finished but not sent. Its text is locked as it stood.

Do you want to send it? Answer by ${due}. If we do not hear from you, the nomination does not take part.

Answer here: ${link('/en/kommune')}
`,
  }),
};

const lapsed: MailWords = {
  nb: ({ municipality }, link) => ({
    subject: `Forslaget fra ${municipality} ble ikke sendt inn`,
    text: `Svarfristen er ute, og forslaget fra ${municipality} ble ikke sendt inn. Det er derfor ikke med i årets kåring.

Teksten finner dere her: ${link('/kommune')}
`,
  }),
  nn: ({ municipality }, link) => ({
    subject: `Forslaget frå ${municipality} vart ikkje sendt inn`,
    text: `Svarfristen er ute, og forslaget frå ${municipality} vart ikkje sendt inn. Det er derfor ikkje med i kåringa i år.

Teksten finn de her: ${link('/nn/kommune')}
`,
  }),
  en: ({ municipality }, link) => ({
    subject: `The nomination from ${municipality} was not sent`,
    text: `The time to answer has passed and the nomination from ${municipality} was not sent. It does not take part this year.

You find the text here: ${link('/en/kommune')}
`,
  }),
};

const withdrawn: MailWords = {
  nb: ({ municipality, reference }, link) => ({
    subject: `${municipality} har trukket forslaget sitt`,
    text: `${municipality} har trukket forslaget ${reference}.

Se forslagene: ${link('/sekretariat/forslag')}
`,
  }),
  nn: ({ municipality, reference }, link) => ({
    subject: `${municipality} har trekt forslaget sitt`,
    text: `${municipality} har trekt forslaget ${reference}.

Sjå forslaga: ${link('/nn/sekretariat/forslag')}
`,
  }),
  en: ({ municipality, reference }, link) => ({
    subject: `${municipality} has withdrawn its nomination`,
    text: `${municipality} has withdrawn the nomination ${reference}.

See the nominations: ${link('/en/sekretariat/forslag')}
`,
  }),
};

/** Goes with the entry as a PDF: registered where that is made. */
export const receiptMail = receipt;

/** The area's other mails by the name under which they are queued. */
export const nominationMail = {
  'nomination-held': held,
  'nomination-lapsed': lapsed,
  'nomination-withdrawn': withdrawn,
} satisfies Record<string, MailWords>;
