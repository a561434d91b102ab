import type { MailWords } from '@award/mail/api';

export const CORRECTED = 'publication.corrected';
export const MEMBERS = 'publication.correction-members';

/**
 * To whoever was told before: something has been corrected, and where to read it. Never what, since
 * mail at a municipality is a public record. Words: `award`, `municipality`, `year`.
 */
export const correctedMail: MailWords = {
  nb: ({ award, municipality, year }, link) => ({
    subject: `Rettet: ${award}`,
    text: `Hei

Noe som er offentliggjort i ${award}, er rettet. Dere får denne e-posten fordi ${municipality} fikk vite om det som sto der før.

Les hva som er rettet: ${link(`/arkiv/${year}`)}
Logg inn for å se hvordan det gikk med forslaget deres: ${link('/kommune')}

Hilsen sekretariatet for ${award}
`,
  }),
  nn: ({ award, municipality, year }, link) => ({
    subject: `Retta: ${award}`,
    text: `Hei

Noko som er offentleggjort i ${award}, er retta. De får denne e-posten fordi ${municipality} fekk vite om det som stod der før.

Les kva som er retta: ${link(`/nn/arkiv/${year}`)}
Logg inn for å sjå korleis det gjekk med framlegget dykkar: ${link('/nn/kommune')}

Helsing sekretariatet for ${award}
`,
  }),
  en: ({ award, municipality, year }, link) => ({
    subject: `Corrected: ${award}`,
    text: `Hello

Something that has been published about ${award} has been corrected. You get this e-mail because ${municipality} was told of what stood there before.

Read what has been corrected: ${link(`/en/arkiv/${year}`)}
Sign in to see how your entry did: ${link('/en/kommune')}

Regards, the secretariat of ${award}
`,
  }),
};

/** To the members of a class, when an error in the facts concerns the assessment. Words: `award`, `municipality`, `reason`. */
export const membersMail: MailWords = {
  nb: ({ award, municipality, reason }, link) => ({
    subject: `En feil i opplysningene kan ha betydning for vurderingen: ${award}`,
    text: `Hei

Sekretariatet har fått vite om en feil i det som er skrevet om ${municipality || 'en av finalistene'}, og mener at den kan ha betydning for vurderingen.

${reason}

Logg inn for å lese begrunnelsen: ${link('/jury')}

Hilsen sekretariatet for ${award}
`,
  }),
  nn: ({ award, municipality, reason }, link) => ({
    subject: `Ein feil i opplysningane kan ha noko å seie for vurderinga: ${award}`,
    text: `Hei

Sekretariatet har fått vite om ein feil i det som er skrive om ${municipality || 'ein av finalistane'}, og meiner at han kan ha noko å seie for vurderinga.

${reason}

Logg inn for å lese grunngivinga: ${link('/nn/jury')}

Helsing sekretariatet for ${award}
`,
  }),
  en: ({ award, municipality, reason }, link) => ({
    subject: `An error in the facts may matter for the assessment: ${award}`,
    text: `Hello

The secretariat has learnt of an error in what is written about ${municipality || 'one of the finalists'}, and believes that it may matter for the assessment.

${reason}

Sign in to read the justification: ${link('/en/jury')}

Regards, the secretariat of ${award}
`,
  }),
};
