import { Feed } from 'feed';
import { whenInWords } from '@award/mail/api';
import type { EditionResults, PostponedNews } from '../edition-pages';
import type { Language } from '../public-language';
import { FEED_WORDS } from './feed-words';

export interface FeedPlace {
  publicUrl: string;
  language: Language;
  /** The award's name. */
  award: string;
}

/** What has been told, newest first: finalists, the winner of each class, what has been corrected, and what is postponed. What has no known time is not news. */
export function newsFeed(
  results: readonly EditionResults[],
  postponed: readonly PostponedNews[],
  place: FeedPlace,
): Feed {
  const words = FEED_WORDS[place.language];
  const prefix = place.language === 'nb' ? '' : `/${place.language}`;
  const address = (path: string) => new URL(prefix + path, place.publicUrl).href;
  const news = results
    .flatMap((one) => itemsOf(one, words))
    .concat(postponed.map((one) => postponedItem(one, words, place.language)))
    .sort((a, b) => b.at.getTime() - a.at.getTime() || a.key.localeCompare(b.key));
  const feed = new Feed({
    id: address('/'),
    link: address('/'),
    title: place.award,
    description: words.about,
    language: place.language,
    copyright: words.owners,
    generator: 'Kåring',
    updated: news[0]?.at ?? new Date(0),
    feedLinks: { atom: address('/nyheter.atom'), rss: address('/nyheter.rss') },
  });
  for (const { key, at, year, title, description } of news) {
    const page = address(`/arkiv/${year}`);
    const told = { title: inLine(title), description: asParagraphs(description) };
    feed.addItem({ id: `${page}#${key}`, link: page, date: at, ...told });
  }
  return feed;
}

/** What XML 1.0 cannot hold is left out: one sign of it, and no reader could read any of the news. */
function inLine(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[^\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll(']]>', ']] >');
}

/** The feeds promise HTML, and people write plain text. */
function asParagraphs(text: string): string {
  return text
    .split(/\n\s*\n/)
    .map((part) => inLine(part).trim())
    .map((part) => `<p>${part.replace(/[&<>]/g, (one) => `&#${one.charCodeAt(0)};`)}</p>`)
    .join('');
}

interface Item {
  key: string;
  at: Date;
  year: number;
  title: string;
  description: string;
}

type Words = (typeof FEED_WORDS)[Language];

function postponedItem(
  { edition: { year, sample }, field, from, to, at }: PostponedNews,
  words: Words,
  language: Language,
): Item {
  const title = words.postponed[field](year);
  return {
    key: `${field}-${at.toISOString()}`,
    at,
    year,
    title: sample ? `${words.sample}: ${title}` : title,
    description: words.newTime(whenInWords(to, language), whenInWords(from, language)),
  };
}

function itemsOf({ edition, classes, releasedAt, texts }: EditionResults, words: Words): Item[] {
  const items: Item[] = [];
  const { year } = edition;
  const mark = edition.sample ? `${words.sample}: ` : '';
  const add = (scope: string, title: string, description: string) => {
    const at = releasedAt[scope] ?? (edition.asPublished ? edition.announcementAt : null);
    if (at === null) return;
    const text = texts[scope];
    items.push({
      key: scope,
      at: new Date(at),
      year,
      title: mark + (text?.title ?? title),
      description: text?.text ?? description,
    });
  };
  add(
    'all',
    words.finalists(year),
    classes
      .map(({ name, finalists }) => `${name}: ${finalists.map((one) => one.name).join(', ')}.`)
      .join(' '),
  );
  for (const { code, name, finalists } of classes) {
    const winners = finalists.filter(({ winner }) => winner).map((one) => one.name);
    if (winners.length > 0) add(code, words.winner(winners.join(', '), year), `${name}.`);
  }
  for (const { code, name, corrections } of classes)
    for (const { at, note } of corrections)
      items.push({
        key: `${code}-${at}`,
        at: new Date(at),
        year,
        title: mark + words.corrected(year, name),
        description: note,
      });
  return items;
}
