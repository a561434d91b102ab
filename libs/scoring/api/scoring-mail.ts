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

/** To who is asked for more: that there is a second round, never which entries. Words: `className`. */
const secondRound: MailWords = {
  nb: ({ className }, link) => ({
    subject: 'Andre runde av vurderingen er åpnet',
    text: `Hei!\n\nAlle har gitt sin første vurdering i kategorien ${className}. Nå skal noen av forslagene leses nøyere. Logg inn og se hvilke:\n${link('/jury')}\n`,
  }),
  nn: ({ className }, link) => ({
    subject: 'Andre runde av vurderinga er opna',
    text: `Hei!\n\nAlle har gitt si første vurdering i kategorien ${className}. No skal nokre av forslaga lesast nøyare. Logg inn og sjå kva for nokre:\n${link('/nn/jury')}\n`,
  }),
  en: ({ className }, link) => ({
    subject: 'The second round of assessment is open',
    text: `Hello,\n\nEverybody has given a first assessment in the class ${className}. Some of the entries are now to be read more closely. Sign in to see which:\n${link('/en/jury')}\n`,
  }),
};

export const scoringMail = { glassBroken, secondRound };
