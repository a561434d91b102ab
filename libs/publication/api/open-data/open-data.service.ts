import type { IncomingMessage, ServerResponse } from 'node:http';
import { Injectable } from '@nestjs/common';
import { Settings } from '@award/settings/api';
import { EditionPages } from '../edition-pages';
import { LearningBank } from '../learning/learning-bank.service';
import { KeptAnswers, type Made } from '../kept-answers';
import { MunicipalityPages } from '../municipality-pages';
import { PressKit } from '../press/press-kit';
import type { Language } from '../public-language';
import { PublicWatch } from '../public-watch.service';
import { send } from '../rendering/encoded';
import { catalogue } from './catalogue';
import { newsFeed } from './news-feed';
import { resultsCsv } from './results-csv';
import { robots, siteMap } from './site-map';

const AWARD: Readonly<Record<Language, string>> = {
  nb: 'Årets vertskommune for næringsutvikling',
  nn: 'Årets vertskommune for næringsutvikling',
  en: 'Host municipality of the year',
};
const FILE = /^(?:\/(nn|en))?(\/[a-z./]+)$/;
const KIT = /^\/presse\/(\d{4})\.zip$/;

/** Feeds, the results as files, and what search engines and catalogues ask for. Made from the same views as the pages. */
@Injectable()
export class OpenData {
  private readonly files: Readonly<Record<string, (language: Language) => Promise<Made>>> = {
    '/nyheter.atom': (language) =>
      this.feed(language, 'application/atom+xml', (feed) => feed.atom1()),
    '/nyheter.rss': (language) => this.feed(language, 'application/rss+xml', (feed) => feed.rss2()),
    '/data/resultater.csv': async () =>
      file('text/csv', resultsCsv(await this.editions.results('nb')), 'resultater.csv'),
    '/data/resultater.json': async (language) =>
      file('application/json', JSON.stringify(await this.editions.results(language))),
    '/data/katalog.jsonld': async () =>
      file('application/ld+json', JSON.stringify(catalogue(this.settings.publicUrl, AWARD.nb))),
    '/sitemap.xml': async () => file('application/xml', await this.siteMap()),
    '/robots.txt': async () =>
      file('text/plain', robots(this.settings.publicUrl, this.settings.kind === 'production')),
  };

  constructor(
    private readonly settings: Settings,
    private readonly editions: EditionPages,
    private readonly municipalities: MunicipalityPages,
    private readonly learning: LearningBank,
    private readonly kit: PressKit,
    private readonly watch: PublicWatch,
    private readonly answers: KeptAnswers,
  ) {}

  /** Whether the address is one of the files here. */
  takes(url: string): boolean {
    return this.find(url) !== null;
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const found = this.find(request.url ?? '/');
    if (found === null) return;
    if (this.watch.behind) await this.watch.catchUp();
    const { status, bytes } = await this.answers.once(`file ${found.key}`, found.make);
    send(request, response, status, bytes);
  }

  private find(url: string): { key: string; make: () => Promise<Made> } | null {
    const [address = ''] = url.split('?', 1);
    const year = KIT.exec(address)?.[1];
    if (year !== undefined) return { key: address, make: () => this.pressKit(Number(year)) };
    const [, prefix, path = ''] = FILE.exec(address) ?? [];
    const make = Object.hasOwn(this.files, path) ? this.files[path] : undefined;
    const language = (prefix ?? 'nb') as Language;
    return make ? { key: `${language} ${path}`, make: () => make(language) } : null;
  }

  private async feed(
    language: Language,
    type: string,
    write: (feed: ReturnType<typeof newsFeed>) => string,
  ): Promise<Made> {
    const { publicUrl } = this.settings;
    const place = { publicUrl, language, award: AWARD[language] };
    return file(
      type,
      write(
        newsFeed(
          await this.editions.results(language),
          await this.editions.postponements(language),
          place,
        ),
      ),
    );
  }

  private async pressKit(year: number): Promise<Made> {
    const zip = await this.kit.of(year);
    if (zip === null)
      return { status: 404, body: 'Not found\n', headers: { 'Content-Type': 'text/plain' } };
    const name = `vertskommune-${year}.zip`;
    return {
      status: 200,
      body: zip,
      headers: {
        'Content-Type': 'application/zip',
        'Content-Disposition': `attachment; filename="${name}"`,
      },
    };
  }

  private async siteMap(): Promise<string> {
    const { editions } = await this.editions.archive('nb');
    const { counties } = await this.municipalities.list('');
    return siteMap(
      this.settings.publicUrl,
      editions.map(({ year }) => year),
      counties.flatMap((county) => county.municipalities.map(({ number }) => number)),
      await this.learning.addresses(),
    );
  }
}

function file(type: string, body: string, name?: string): Made {
  const headers = { 'Content-Type': `${type}; charset=utf-8` };
  return {
    status: 200,
    body,
    headers: name
      ? { ...headers, 'Content-Disposition': `attachment; filename="${name}"` }
      : headers,
  };
}
