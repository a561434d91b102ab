import type { MailWords } from '@award/mail/api';

export const CONFIRM = 'publication.follow-confirm';
export const FOLLOWED = 'publication.followed';

/** Words: `token` of the confirmation, `about` a municipality or empty. */
export const confirmMail: MailWords = {
  nb: ({ token, about }, link) => ({
    subject: 'Bekreft at du vil følge kåringen',
    text: `Hei

Noen har bedt om at du får e-post når det er nytt om ${about || 'kåringen av årets vertskommune for næringsutvikling'}.

Er det deg? Bekreft her: ${link(`/folg/bekreft#${token}`)}

Er det ikke deg, trenger du ikke gjøre noe. Da hører du ikke mer fra oss.
`,
  }),
  nn: ({ token, about }, link) => ({
    subject: 'Stadfest at du vil følgje kåringa',
    text: `Hei

Nokon har bede om at du får e-post når det er nytt om ${about || 'kåringa av årets vertskommune for næringsutvikling'}.

Er det deg? Stadfest her: ${link(`/nn/folg/bekreft#${token}`)}

Er det ikkje deg, treng du ikkje gjere noko. Då høyrer du ikkje meir frå oss.
`,
  }),
  en: ({ token, about }, link) => ({
    subject: 'Confirm that you want to follow the award',
    text: `Hello

Somebody has asked that you get an e-mail when there is news about ${about || 'the award for host municipality of the year'}.

Was it you? Confirm here: ${link(`/en/folg/bekreft#${token}`)}

If it was not you, there is nothing to do. You will not hear from us again.
`,
  }),
};

/**
 * News for followers. It says where to read and never what: many who follow have their mail at a
 * public body. Words: `award`, `year`, `kind`, `token` for stopping.
 */
export const followedMail: MailWords = {
  nb: ({ award, year, kind, token }, link) => ({
    subject: `${kind === 'winners' ? 'En vinner er kåret' : 'Finalistene er klare'}: ${award}`,
    text: `Hei

${kind === 'winners' ? 'En vinner er kåret' : 'Finalistene er offentliggjort'}. Les mer: ${link(`/arkiv/${year}`)}

Vil du ikke ha flere slike? Slutt å følge: ${link(`/folg/slutt#${token}`)}
`,
    stop: link(`/api/follow/stop?link=${token}`),
  }),
  nn: ({ award, year, kind, token }, link) => ({
    subject: `${kind === 'winners' ? 'Ein vinnar er kåra' : 'Finalistane er klare'}: ${award}`,
    text: `Hei

${kind === 'winners' ? 'Ein vinnar er kåra' : 'Finalistane er offentleggjorde'}. Les meir: ${link(`/nn/arkiv/${year}`)}

Vil du ikkje ha fleire slike? Slutt å følgje: ${link(`/nn/folg/slutt#${token}`)}
`,
    stop: link(`/api/follow/stop?link=${token}`),
  }),
  en: ({ award, year, kind, token }, link) => ({
    subject: `${kind === 'winners' ? 'A winner has been announced' : 'The finalists are out'}: ${award}`,
    text: `Hello

${kind === 'winners' ? 'A winner has been announced' : 'The finalists have been published'}. Read more: ${link(`/en/arkiv/${year}`)}

No more of these? Stop following: ${link(`/en/folg/slutt#${token}`)}
`,
    stop: link(`/api/follow/stop?link=${token}`),
  }),
};
