import { Injectable } from '@nestjs/common';
import type { PressContact } from '@award/award';
import type { PressContactView, PressPageView } from '@award/publication/contract';
import { PressImages } from '../images/press-images.service';
import { EditionPages, type EditionResults } from '../edition-pages';
import { PublicDatabase } from '../public-database';
import { PARTICIPATION_BY_COUNTY, PRESS_CONTACTS, STEPPED_OUT } from '../public.queries';
import type { Language } from '../public-language';
import { contactView } from './press-contacts';
import { pressTexts } from './press-texts';

/** The page for the press. It tells of the edition on the front page, and of nothing before its release. */
@Injectable()
export class PressPages {
  constructor(
    private readonly db: PublicDatabase,
    private readonly editions: EditionPages,
    private readonly images: PressImages,
  ) {}

  async press(language: Language): Promise<PressPageView> {
    const { edition } = await this.editions.front(language);
    const contacts = edition ? await this.contactsOf(edition.id) : [];
    const told = edition && (await this.toldOf(edition.year, language));
    if (!told)
      return {
        kind: 'press',
        edition,
        texts: [],
        classes: [],
        counties: [],
        steppedOut: [],
        images: [],
        contacts,
        kit: null,
      };
    return {
      kind: 'press',
      edition,
      texts: pressTexts(told, language),
      classes: told.classes.map(({ code, name, entries }) => ({ code, name, entries })),
      counties: await this.db.query(PARTICIPATION_BY_COUNTY, [told.edition.id]),
      steppedOut: await this.db.query(STEPPED_OUT, [told.edition.id]),
      images: (await this.images.of(told.edition.id)).map(({ image }) => image),
      contacts,
      kit: `/presse/${told.edition.year}.zip`,
    };
  }

  /** Whom to ring about an edition that the public knows of. */
  async contactsOf(editionId: string): Promise<PressContactView[]> {
    const [row]: { contacts: PressContact[] }[] = await this.db.query(PRESS_CONTACTS, [editionId]);
    return (row?.contacts ?? []).map(contactView);
  }

  /** What is released of a year; null when nothing is. Years as published have nothing for the press. */
  async toldOf(year: number, language: Language): Promise<EditionResults | null> {
    const results = await this.editions.results(language);
    return results.find(({ edition }) => edition.year === year && !edition.asPublished) ?? null;
  }
}
