import type { MailWords } from '@award/mail/api';

/** To everybody in the jury: that sheets were read, by whom and why, never what they say. */
const glassBroken: MailWords = {
  nb: ({ className, by, reason }, link) => ({
    subject: 'Vurderinger er lest før avslutning',
    text: `Hei!\n\n${by} i sekretariatet har lest juryens vurderinger i kategorien ${className} før vurderingen er avsluttet. Lesingen er loggført.\n\nGrunn: ${reason}\n\nHar du spørsmål, ta kontakt med juryens leder.\n${link('/jury')}\n`,
  }),
  nn: ({ className, by, reason }, link) => ({
    subject: 'Vurderingar er lesne før avslutning',
    text: `Hei!\n\n${by} i sekretariatet har lese vurderingane til juryen i kategorien ${className} før vurderinga er avslutta. Lesinga er loggført.\n\nGrunn: ${reason}\n\nHar du spørsmål, ta kontakt med leiaren av juryen.\n${link('/nn/jury')}\n`,
  }),
  en: ({ className, by, reason }, link) => ({
    subject: 'Assessments have been read before the close',
    text: `Hello,\n\n${by} of the secretariat has read the jury's assessments in the category ${className} before the assessment is closed. The reading is on the log.\n\nReason: ${reason}\n\nIf you have questions, contact the leader of the jury.\n${link('/en/jury')}\n`,
  }),
};

export const scoringMail = { glassBroken };
