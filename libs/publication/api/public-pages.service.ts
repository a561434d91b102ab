import { Injectable } from '@nestjs/common';
import { Settings } from '@award/settings/api';
import type { PrivacyPageView, PublicPage, PublicView } from '@award/publication/contract';
import { MunicipalityPages } from './municipality-pages';
import { PublicDatabase } from './public-database';
import { PublicWatch } from './public-watch.service';
import { EditionPages } from './edition-pages';
import { LearningBank } from './learning/learning-bank.service';
import { PressPages } from './press/press-pages';
import type { Language } from './public-language';

/** A public page, or where it has moved to. Paths are without language. */
export interface FoundPage {
  view: PublicView<PublicPage>;
  /** The one address among all that show the same. */
  address: string;
  movedTo: string | null;
}

interface Page {
  page: PublicPage | null;
  address: string;
  movedTo?: string | null;
}

/** Where everything leads that is not there. */
const NOWHERE = '/finnes-ikke';
const YEAR = /^\/arkiv\/(\d{4})$/;
const LONGEST_SEARCH = 80;
const EXAMPLE = /^\/eksempler\/(\d{4})\/(\d{4})$/;
const CODE = /^[a-z][a-z0-9-]{0,40}$/;
const NUMBER = /^\/kommuner\/(\d{4})$/;

/** The public pages by their addresses, each computed as anonymous from what is released. */
@Injectable()
export class PublicPages {
  constructor(
    private readonly settings: Settings,
    private readonly editions: EditionPages,
    private readonly municipalities: MunicipalityPages,
    private readonly press: PressPages,
    private readonly learning: LearningBank,
    private readonly watch: PublicWatch,
    private readonly db: PublicDatabase,
  ) {}

  /** The page of an address without language, such as `/kommuner?sok=alta`. What is not there is a page too. */
  async at(path: string, language: Language): Promise<FoundPage> {
    const url = URL.canParse(path, 'http://kaaring') ? new URL(path, 'http://kaaring') : null;
    const found = url ? await this.page(url, language) : null;
    const { page, address, movedTo = null } = found ?? { page: null, address: NOWHERE };
    return {
      view: { status: page === null ? 404 : 200, site: this.site(), page },
      address,
      movedTo,
    };
  }

  private async page({ pathname, searchParams }: URL, language: Language): Promise<Page | null> {
    const year = YEAR.exec(pathname)?.[1];
    if (year !== undefined) {
      const page = await this.editions.edition(Number(year), language);
      return { page, address: page ? pathname : '/arkiv/0000' };
    }
    const number = NUMBER.exec(pathname)?.[1];
    if (number !== undefined) {
      const page = await this.municipalities.one(number, language);
      return {
        page,
        address: page ? pathname : '/kommuner/0000',
        movedTo: page?.movedTo ?? null,
      };
    }
    const [, exampleYear, exampleNumber] = EXAMPLE.exec(pathname) ?? [];
    if (exampleYear !== undefined && exampleNumber !== undefined) {
      const page = await this.learning.example(Number(exampleYear), exampleNumber, language);
      return page && { page, address: pathname };
    }
    const query = new Query(searchParams);
    const page = await this.named(pathname, language, query);
    return page && { page, address: pathname + query.used };
  }

  private named(path: string, language: Language, query: Query): Promise<PublicPage> | null {
    switch (path) {
      case '/':
        return this.editions.front(language);
      case '/arkiv':
        return this.editions.archive(language);
      case '/direkte':
        return this.editions.live(language, this.watch.revision);
      case '/juryen':
        return this.editions.jury(language);
      case '/presse':
        return this.press.press(language);
      case '/apne-data':
        return Promise.resolve({ kind: 'open-data' });
      case '/personvern':
        return this.privacy();
      case '/tilgjengelighet':
        return Promise.resolve({ kind: 'accessibility' });
      case '/kommuner':
        return this.municipalities.list(query.text('sok'));
      case '/eksempler':
        return this.examples(language, query);
      default:
        return null;
    }
  }

  private async privacy(): Promise<PublicPage> {
    const periods: PrivacyPageView['periods'] = await this.db.query(
      'select kind, days from public_retention order by kind',
    );
    return { kind: 'privacy', periods };
  }

  private examples(language: Language, query: Query): Promise<PublicPage> {
    const search = query.text('sok');
    const filter = {
      classCode: query.matching('klasse', CODE),
      year: Number(query.matching('ar', /^\d{4}$/)) || null,
      county: query.text('fylke') || null,
      field: query.matching('omrade', CODE),
      trait: query.matching('kjennetegn', CODE),
      basis: query.matching('grunnlag', CODE),
    };
    const page = Number(query.matching('side', /^[1-9]\d{0,3}$/) ?? 1);
    return this.learning.examples(language, search, filter, page);
  }

  private site(): PublicView['site'] {
    return {
      demo: this.settings.kind !== 'production',
      publicUrl: this.settings.publicUrl,
      accessibilityStatement: this.settings.accessibilityStatement,
      contactEmail: this.settings.contactEmail,
    };
  }
}

/** The parameters that a page reads; whatever else stands in the address makes no other page. */
class Query {
  private readonly read = new URLSearchParams();

  constructor(private readonly given: URLSearchParams) {}

  text(name: string): string {
    const given = (this.given.get(name) ?? '').replaceAll('\0', '').normalize('NFC');
    const value = given.trim().slice(0, LONGEST_SEARCH);
    if (value !== '') this.read.set(name, value);
    return value;
  }

  matching(name: string, shape: RegExp): string | null {
    const value = this.given.get(name) ?? '';
    if (!shape.test(value)) return null;
    this.read.set(name, value);
    return value;
  }

  /** With its question mark; empty when nothing was read. */
  get used(): string {
    const text = this.read.toString();
    return text === '' ? '' : `?${text}`;
  }
}
