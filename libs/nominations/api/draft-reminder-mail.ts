import { type FormProblem, isOwn, type NominationForm, NO_WORDS, sectionNamed } from '@award/award';
import type { MailWords } from '@award/mail/api';

type Written = 'nb' | 'nn';

/** What is missing, in the words of the form's own labels. */
const PARTS: Record<Written, Record<string, string>> = {
  nb: {
    basis: 'hva forslaget bygger på',
    mainField: 'hvilket område tiltaket gjelder',
    title: 'tittel',
    text: 'begrunnelse',
    contactName: 'navn på kontaktperson',
    contactEmail: 'e-postadresse til kontaktperson',
    contactPhone: 'telefonnummer til kontaktperson',
    confirmedWithChiefExecutive: 'bekreftelse på at forslaget er avklart med kommunedirektøren',
    summary: 'sammendrag',
    fields: 'områdene forslaget berører',
    traits: 'noe under kjennetegn',
    difficult: 'hva som var vanskelig',
    business: 'hva næringslivet bidro med',
    neighbours: 'noe under nabokommuner',
    results: 'noe under resultater',
    partners: 'noe under samarbeidspartnere',
    attachments: 'noe under vedlegg og bilder',
  },
  nn: {
    basis: 'kva forslaget byggjer på',
    mainField: 'kva område tiltaket gjeld',
    title: 'tittel',
    text: 'grunngiving',
    contactName: 'namn på kontaktperson',
    contactEmail: 'e-postadresse til kontaktperson',
    contactPhone: 'telefonnummer til kontaktperson',
    confirmedWithChiefExecutive: 'stadfesting på at forslaget er avklart med kommunedirektøren',
    summary: 'samandrag',
    fields: 'områda forslaget rører ved',
    traits: 'noko under kjenneteikn',
    difficult: 'kva som var vanskeleg',
    business: 'kva næringslivet bidrog med',
    neighbours: 'noko under nabokommunar',
    results: 'noko under resultat',
    partners: 'noko under samarbeidspartnarar',
    attachments: 'noko under vedlegg og bilete',
  },
};
const ELSE: Record<Written, string> = { nb: 'noe annet i skjemaet', nn: 'noko anna i skjemaet' };

/** One line for each thing that bars sending. */
export function missingLines(
  problems: readonly FormProblem[],
  language: Written,
  form: NominationForm,
): string {
  const parts = problems.map(({ field }) => {
    const [part = '', code = ''] = field.split('.');
    const own = sectionNamed(form, part === 'answers' && isOwn(code) ? code : part)?.heading;
    const { nb, [language]: words } = own ?? NO_WORDS;
    return words || nb || (PARTS[language][part] ?? ELSE[language]);
  });
  return [...new Set(parts)].map((part) => `– ${part}`).join('\n');
}

const unfinished: MailWords = {
  nb: ({ municipality, deadline, missing, senders }, link) => ({
    subject: `Forslaget fra ${municipality} er ikke ferdig`,
    text: `Fristen er ${deadline}. Forslaget fra ${municipality} er begynt på, men dette mangler:

${missing}

${senders ? `Disse kan sende det inn: ${senders}.` : 'Ingen hos dere kan sende det inn ennå. Ta kontakt med sekretariatet.'}

Skriv ferdig: ${link('/kommune')}
`,
  }),
  nn: ({ municipality, deadline, missing, senders }, link) => ({
    subject: `Forslaget frå ${municipality} er ikkje ferdig`,
    text: `Fristen er ${deadline}. Forslaget frå ${municipality} er påbegynt, men dette manglar:

${missing}

${senders ? `Desse kan sende det inn: ${senders}.` : 'Ingen hos dykk kan sende det inn enno. Ta kontakt med sekretariatet.'}

Skriv ferdig: ${link('/nn/kommune')}
`,
  }),
  en: ({ municipality, deadline, missing, senders }, link) => ({
    subject: `The entry from ${municipality} is not finished`,
    text: `The deadline is ${deadline}. The entry from ${municipality} has been begun, but this is missing:

${missing}

${senders ? `These can submit it: ${senders}.` : 'Nobody of yours can submit it yet. Contact the secretariat.'}

Finish it: ${link('/en/kommune')}
`,
  }),
};

const unsent: MailWords = {
  nb: ({ municipality, deadline, senders }, link) => ({
    subject: `Forslaget fra ${municipality} er ferdig, men ikke sendt inn`,
    text: `Fristen er ${deadline}. Forslaget fra ${municipality} er ferdig, men ikke sendt inn.

${senders ? `Disse kan sende det inn: ${senders}.` : 'Ingen hos dere kan sende det inn ennå. Ta kontakt med sekretariatet.'}

Se over og send inn: ${link('/kommune/kontroll')}
`,
  }),
  nn: ({ municipality, deadline, senders }, link) => ({
    subject: `Forslaget frå ${municipality} er ferdig, men ikkje sendt inn`,
    text: `Fristen er ${deadline}. Forslaget frå ${municipality} er ferdig, men ikkje sendt inn.

${senders ? `Desse kan sende det inn: ${senders}.` : 'Ingen hos dykk kan sende det inn enno. Ta kontakt med sekretariatet.'}

Sjå over og send inn: ${link('/nn/kommune/kontroll')}
`,
  }),
  en: ({ municipality, deadline, senders }, link) => ({
    subject: `The entry from ${municipality} is finished but not submitted`,
    text: `The deadline is ${deadline}. The entry from ${municipality} is finished but not submitted.

${senders ? `These can submit it: ${senders}.` : 'Nobody of yours can submit it yet. Contact the secretariat.'}

Review and submit: ${link('/en/kommune/kontroll')}
`,
  }),
};

export const draftReminderMail = {
  'draft-unfinished': unfinished,
  'draft-unsent': unsent,
} satisfies Record<string, MailWords>;
