import type { MailWords } from '@award/mail/api';

/*
 * Mail that brings people to the form. Whoever gets one can sign in with the address it came to;
 * the mail itself gives no access and holds nothing that may not be read at the municipality.
 */

const invitedToOpenCall: MailWords = {
  nb: ({ municipality, edition, deadline }, link) => ({
    subject: `Invitasjon til ${edition}`,
    text: `Hei!

${municipality} kommune er invitert til å sende inn forslag til ${edition}.

Skjemaet er kort, og dere kan endre og sende inn på nytt helt til fristen.

Frist: ${deadline}

Logg inn med denne e-postadressen. Du får en kode på e-post, og trenger ikke noe passord:
${link('/logg-inn')}

Hilsen KS og NHO
`,
  }),
  nn: ({ municipality, edition, deadline }, link) => ({
    subject: `Invitasjon til ${edition}`,
    text: `Hei!

${municipality} kommune er invitert til å sende inn forslag til ${edition}.

Skjemaet er kort, og de kan endre og sende inn på nytt heilt til fristen.

Frist: ${deadline}

Logg inn med denne e-postadressa. Du får ein kode på e-post, og treng ikkje noko passord:
${link('/nn/logg-inn')}

Helsing KS og NHO
`,
  }),
  en: ({ municipality, edition, deadline }, link) => ({
    subject: `Invitation to ${edition}`,
    text: `Hello,

${municipality} municipality is invited to put itself forward for ${edition}.

The form is short, and you can change it and send it again until the deadline.

Deadline: ${deadline}

Sign in with this e-mail address. You get a code by e-mail and need no password:
${link('/en/logg-inn')}

Regards, KS and NHO
`,
  }),
};

const invitedBeforeOpening: MailWords = {
  nb: ({ municipality, edition, opens, deadline }, link) => ({
    subject: `Invitasjon til ${edition}`,
    text: `Hei!

${municipality} kommune er invitert til å sende inn forslag til ${edition}.
${opens ? `\nSkjemaet åpner ${opens}.` : ''}${deadline ? `\nFrist: ${deadline}` : ''}

Du logger inn med denne e-postadressen. Du får en kode på e-post, og trenger ikke noe passord:
${link('/logg-inn')}

Hilsen KS og NHO
`,
  }),
  nn: ({ municipality, edition, opens, deadline }, link) => ({
    subject: `Invitasjon til ${edition}`,
    text: `Hei!

${municipality} kommune er invitert til å sende inn forslag til ${edition}.
${opens ? `\nSkjemaet opnar ${opens}.` : ''}${deadline ? `\nFrist: ${deadline}` : ''}

Du loggar inn med denne e-postadressa. Du får ein kode på e-post, og treng ikkje noko passord:
${link('/nn/logg-inn')}

Helsing KS og NHO
`,
  }),
  en: ({ municipality, edition, opens, deadline }, link) => ({
    subject: `Invitation to ${edition}`,
    text: `Hello,

${municipality} municipality is invited to put itself forward for ${edition}.
${opens ? `\nThe form opens ${opens}.` : ''}${deadline ? `\nDeadline: ${deadline}` : ''}

Sign in with this e-mail address. You get a code by e-mail and need no password:
${link('/en/logg-inn')}

Regards, KS and NHO
`,
  }),
};

const reminderBeforeDeadline: MailWords = {
  nb: ({ municipality, edition, deadline }, link) => ({
    subject: `Fristen nærmer seg: ${edition}`,
    text: `Hei!

Vi har ikke fått noe forslag fra ${municipality} kommune ennå. Fristen er ${deadline}.

Har dere begynt, ligger teksten trygt der dere slapp. Vil dere ikke være med i år, trenger dere ikke gjøre noe.

${link('/kommune')}

Hilsen KS og NHO
`,
  }),
  nn: ({ municipality, edition, deadline }, link) => ({
    subject: `Fristen nærmar seg: ${edition}`,
    text: `Hei!

Vi har ikkje fått noko forslag frå ${municipality} kommune enno. Fristen er ${deadline}.

Har de begynt, ligg teksten trygt der de slapp. Vil de ikkje vere med i år, treng de ikkje gjere noko.

${link('/nn/kommune')}

Helsing KS og NHO
`,
  }),
  en: ({ municipality, edition, deadline }, link) => ({
    subject: `The deadline is near: ${edition}`,
    text: `Hello,

We have not yet received anything from ${municipality} municipality. The deadline is ${deadline}.

If you have begun, your text is safe where you left it. If you do not want to take part this year, there is nothing you need to do.

${link('/en/kommune')}

Regards, KS and NHO
`,
  }),
};

const deadlineMoved: MailWords = {
  nb: ({ edition, deadline, reason }, link) => ({
    subject: `Ny frist: ${edition}`,
    text: `Hei!

Fristen for å sende inn forslag til ${edition} er flyttet for alle.

Ny frist: ${deadline}
Begrunnelse: ${reason}

${link('/kommune')}

Hilsen KS og NHO
`,
  }),
  nn: ({ edition, deadline, reason }, link) => ({
    subject: `Ny frist: ${edition}`,
    text: `Hei!

Fristen for å sende inn forslag til ${edition} er flytta for alle.

Ny frist: ${deadline}
Grunngjeving: ${reason}

${link('/nn/kommune')}

Helsing KS og NHO
`,
  }),
  en: ({ edition, deadline, reason }, link) => ({
    subject: `New deadline: ${edition}`,
    text: `Hello,

The deadline for ${edition} has been moved for everyone.

New deadline: ${deadline}
Reason: ${reason}

${link('/en/kommune')}

Regards, KS and NHO
`,
  }),
};

export const outreachMail = {
  'invited-to-open-call': invitedToOpenCall,
  'invited-before-opening': invitedBeforeOpening,
  'reminder-before-deadline': reminderBeforeDeadline,
  'deadline-moved': deadlineMoved,
};
