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

type Followed = Readonly<Record<string, string>>;

/** What the news is about, as a subject and as a sentence. A kind that is not known is news of the finalists. */
const FOLLOWED_NEWS: Readonly<
  Record<'nb' | 'nn' | 'en', Readonly<Record<string, readonly [string, string]>>>
> = {
  nb: {
    winners: ['En vinner er kåret', 'En vinner er kåret.'],
    finalists: ['Finalistene er klare', 'Finalistene er offentliggjort.'],
    corrected: ['Rettet', 'Noe som er offentliggjort, er rettet.'],
    postponed: [
      'Kunngjøringen er utsatt',
      'Kunngjøringen er flyttet. Den nye tiden står på siden.',
    ],
  },
  nn: {
    winners: ['Ein vinnar er kåra', 'Ein vinnar er kåra.'],
    finalists: ['Finalistane er klare', 'Finalistane er offentleggjorde.'],
    corrected: ['Retta', 'Noko som er offentleggjort, er retta.'],
    postponed: ['Kunngjeringa er utsett', 'Kunngjeringa er flytta. Den nye tida står på sida.'],
  },
  en: {
    winners: ['A winner has been announced', 'A winner has been announced.'],
    finalists: ['The finalists are out', 'The finalists have been published.'],
    corrected: ['Corrected', 'Something that was published has been corrected.'],
    postponed: [
      'The announcement is postponed',
      'The announcement has been moved. The new time is on the page.',
    ],
  },
};

function newsOf(language: 'nb' | 'nn' | 'en', { kind = '' }: Followed): readonly [string, string] {
  const known = FOLLOWED_NEWS[language];
  return known[kind] ?? known['finalists'] ?? ['', ''];
}

/**
 * News for followers. It says where to read and never what: many who follow have their mail at a
 * public body. Words: `award`, `year`, `kind`, `token` for stopping.
 */
export const followedMail: MailWords = {
  nb: (words, link) => ({
    subject: `${newsOf('nb', words)[0]}: ${words.award}`,
    text: `Hei

${newsOf('nb', words)[1]} Les mer: ${link(`/arkiv/${words.year}`)}

Vil du ikke ha flere slike? Slutt å følge: ${link(`/folg/slutt#${words.token}`)}
`,
    stop: link(`/api/follow/stop?link=${words.token}`),
  }),
  nn: (words, link) => ({
    subject: `${newsOf('nn', words)[0]}: ${words.award}`,
    text: `Hei

${newsOf('nn', words)[1]} Les meir: ${link(`/nn/arkiv/${words.year}`)}

Vil du ikkje ha fleire slike? Slutt å følgje: ${link(`/nn/folg/slutt#${words.token}`)}
`,
    stop: link(`/api/follow/stop?link=${words.token}`),
  }),
  en: (words, link) => ({
    subject: `${newsOf('en', words)[0]}: ${words.award}`,
    text: `Hello

${newsOf('en', words)[1]} Read more: ${link(`/en/arkiv/${words.year}`)}

No more of these? Stop following: ${link(`/en/folg/slutt#${words.token}`)}
`,
    stop: link(`/api/follow/stop?link=${words.token}`),
  }),
};
