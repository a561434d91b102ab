import type { MailWords } from '@award/mail/api';

export const STAGE_CALL = 'publication.stage-call';
export const STAGE_REMINDER = 'publication.stage-reminder';

/** To every finalist alike, and never about who has won. Words: `municipality`, `due`. */
export const stageCallMail: MailWords = {
  nb: ({ municipality, due }, link) => ({
    subject: `Hvem kommer på scenen for ${municipality}?`,
    text: `Hei

Vi ber alle finalistene om det samme: Skriv hvem som kommer på scenen når vinnerne blir kåret, hvordan navnene uttales, og hva vi bør legge til rette for. Logg inn og svar innen ${due}:

${link('/kommune/scenen')}

Spørsmålet sier ikke noe om hvem som vinner.
`,
  }),
  nn: ({ municipality, due }, link) => ({
    subject: `Kven kjem på scena for ${municipality}?`,
    text: `Hei

Vi bed alle finalistane om det same: Skriv kven som kjem på scena når vinnarane blir kåra, korleis namna skal uttalast, og kva vi bør leggje til rette for. Logg inn og svar innan ${due}:

${link('/nn/kommune/scenen')}

Spørsmålet seier ikkje noko om kven som vinn.
`,
  }),
  en: ({ municipality, due }, link) => ({
    subject: `Who comes on stage for ${municipality}?`,
    text: `Hello

We ask all finalists the same: say who comes on stage when the winners are announced, how the names are said, and what we should arrange for. Sign in and answer by ${due}:

${link('/en/kommune/scenen')}

The question says nothing about who wins.
`,
  }),
};

/** To a finalist that has not answered. Words as above. */
export const stageReminderMail: MailWords = {
  nb: ({ municipality, due }, link) => ({
    subject: `Påminnelse: Hvem kommer på scenen for ${municipality}?`,
    text: `Hei

Vi har ikke hørt hvem som kommer på scenen for ${municipality}. Logg inn og svar innen ${due}:

${link('/kommune/scenen')}

Alle finalistene blir spurt om det samme. Spørsmålet sier ikke noe om hvem som vinner.
`,
  }),
  nn: ({ municipality, due }, link) => ({
    subject: `Påminning: Kven kjem på scena for ${municipality}?`,
    text: `Hei

Vi har ikkje høyrt kven som kjem på scena for ${municipality}. Logg inn og svar innan ${due}:

${link('/nn/kommune/scenen')}

Alle finalistane blir spurde om det same. Spørsmålet seier ikkje noko om kven som vinn.
`,
  }),
  en: ({ municipality, due }, link) => ({
    subject: `Reminder: Who comes on stage for ${municipality}?`,
    text: `Hello

We have not heard who comes on stage for ${municipality}. Sign in and answer by ${due}:

${link('/en/kommune/scenen')}

All finalists are asked the same. The question says nothing about who wins.
`,
  }),
};
