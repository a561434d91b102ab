import type { MailWords } from '@award/mail/api';

/* Told in the municipality's written form. What was asked for or why is read behind sign-in. */

const eligible: MailWords = {
  nb: ({ municipality }, link) => ({
    subject: `Forslaget fra ${municipality} er kontrollert`,
    text: `Sekretariatet har gått gjennom forslaget fra ${municipality} og funnet at det er i orden. Nå går det videre til juryen.

Dere trenger ikke gjøre noe. Hva som skjer videre: ${link('/kommune')}
`,
  }),
  nn: ({ municipality }, link) => ({
    subject: `Forslaget frå ${municipality} er kontrollert`,
    text: `Sekretariatet har gått gjennom forslaget frå ${municipality} og funne at det er i orden. No går det vidare til juryen.

De treng ikkje gjere noko. Kva som skjer vidare: ${link('/nn/kommune')}
`,
  }),
  en: ({ municipality }, link) => ({
    subject: `The nomination from ${municipality} has been checked`,
    text: `The secretariat has checked the nomination from ${municipality} and found it in order. It now goes to the jury.

There is nothing you need to do. What happens next: ${link('/en/kommune')}
`,
  }),
};

const returned: MailWords = {
  nb: ({ municipality, due }, link) => ({
    subject: `Forslaget fra ${municipality} må rettes`,
    text: `Sekretariatet har gått gjennom forslaget fra ${municipality}. Noe må rettes før det kan gå videre.

Se hva det gjelder, rett det og send forslaget inn igjen senest ${due}: ${link('/kommune')}
`,
  }),
  nn: ({ municipality, due }, link) => ({
    subject: `Forslaget frå ${municipality} må rettast`,
    text: `Sekretariatet har gått gjennom forslaget frå ${municipality}. Noko må rettast før det kan gå vidare.

Sjå kva det gjeld, rett det og send forslaget inn att seinast ${due}: ${link('/nn/kommune')}
`,
  }),
  en: ({ municipality, due }, link) => ({
    subject: `The nomination from ${municipality} needs to be completed`,
    text: `The secretariat has checked the nomination from ${municipality}. Something must be mended before it can go on.

See what it is, mend it and send the nomination again by ${due}: ${link('/en/kommune')}
`,
  }),
};

const ineligible: MailWords = {
  nb: ({ municipality }, link) => ({
    subject: `Forslaget fra ${municipality} oppfyller ikke vilkårene`,
    text: `Sekretariatet har gått gjennom forslaget fra ${municipality}. Det oppfyller ikke vilkårene og går derfor ikke videre til juryen.

Begrunnelsen står her: ${link('/kommune')}
`,
  }),
  nn: ({ municipality }, link) => ({
    subject: `Forslaget frå ${municipality} oppfyller ikkje vilkåra`,
    text: `Sekretariatet har gått gjennom forslaget frå ${municipality}. Det oppfyller ikkje vilkåra og går derfor ikkje vidare til juryen.

Grunngivinga står her: ${link('/nn/kommune')}
`,
  }),
  en: ({ municipality }, link) => ({
    subject: `The nomination from ${municipality} does not meet the terms`,
    text: `The secretariat has checked the nomination from ${municipality}. It does not meet the terms and does not go on to the jury.

The reason is here: ${link('/en/kommune')}
`,
  }),
};

const reopened: MailWords = {
  nb: ({ municipality }, link) => ({
    subject: `Forslaget fra ${municipality} kontrolleres på nytt`,
    text: `Sekretariatet går gjennom forslaget fra ${municipality} en gang til. Dere får beskjed når det er gjort.

Hvorfor: ${link('/kommune')}
`,
  }),
  nn: ({ municipality }, link) => ({
    subject: `Forslaget frå ${municipality} blir kontrollert på nytt`,
    text: `Sekretariatet går gjennom forslaget frå ${municipality} ein gong til. De får melding når det er gjort.

Kvifor: ${link('/nn/kommune')}
`,
  }),
  en: ({ municipality }, link) => ({
    subject: `The nomination from ${municipality} is being checked again`,
    text: `The secretariat is checking the nomination from ${municipality} once more. You will be told when it is done.

Why: ${link('/en/kommune')}
`,
  }),
};

const reclassified: MailWords = {
  nb: ({ municipality, className }, link) => ({
    subject: `Forslaget fra ${municipality} har fått ny kategori`,
    text: `Forslaget fra ${municipality} er flyttet til kategorien ${className}.

Hvorfor: ${link('/kommune')}
`,
  }),
  nn: ({ municipality, className }, link) => ({
    subject: `Forslaget frå ${municipality} har fått ny kategori`,
    text: `Forslaget frå ${municipality} er flytta til kategorien ${className}.

Kvifor: ${link('/nn/kommune')}
`,
  }),
  en: ({ municipality, className }, link) => ({
    subject: `The nomination from ${municipality} has a new category`,
    text: `The nomination from ${municipality} has been moved to the category ${className}.

Why: ${link('/en/kommune')}
`,
  }),
};

/** The area's mails by the name under which they are queued. */
export const eligibilityMail = {
  'eligibility-eligible': eligible,
  'eligibility-returned': returned,
  'eligibility-ineligible': ineligible,
  'eligibility-reopened': reopened,
  'eligibility-reclassified': reclassified,
} satisfies Record<string, MailWords>;
export type EligibilityMail = keyof typeof eligibilityMail;
