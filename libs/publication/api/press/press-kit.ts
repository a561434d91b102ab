import { Injectable } from '@nestjs/common';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { pressCaption } from '../images/press-images';
import { PressImages } from '../images/press-images.service';
import { resultsCsv } from '../open-data/results-csv';
import { LANGUAGES } from '../public-language';
import { contactLines } from './press-contacts';
import { PressPages } from './press-pages';
import { pressTexts } from './press-texts';

/** A ZIP may not carry a time earlier than 1980; ours carry none that tells anything. */
const NO_TIME = new Date(1980, 0, 1);

/** Texts, results and pictures of one year in a ZIP; the same bytes as long as the same is told. */
@Injectable()
export class PressKit {
  constructor(
    private readonly pages: PressPages,
    private readonly images: PressImages,
  ) {}

  /** Null when nothing of the year is released. */
  async of(year: number): Promise<Buffer | null> {
    const files: Zippable = {};
    for (const language of LANGUAGES) {
      const told = await this.pages.toldOf(year, language);
      if (!told) return null;
      const contacts = contactLines(await this.pages.contactsOf(told.edition.id), language);
      for (const { about, scope, title, paragraphs, more } of pressTexts(told, language)) {
        const name = scope === 'all' ? about : `${about}-${scope}`;
        files[`${language}/${name}.txt`] = strToU8(
          [title, ...paragraphs, ...more, ...contacts].join('\n\n') + '\n',
        );
      }
      if (language === 'nb') {
        files['resultater.csv'] = strToU8(resultsCsv([told]));
        files['resultater.json'] = strToU8(JSON.stringify(told, null, 2));
        await this.addImages(files, told.edition.id);
      }
    }
    return Buffer.from(zipSync(files, { mtime: NO_TIME, level: 6 }));
  }

  /** Pictures are compressed already; the captions stand beside them, one to a picture. */
  private async addImages(files: Zippable, editionId: string): Promise<void> {
    const images = await this.images.of(editionId);
    if (images.length === 0) return;
    for (const { id, image } of images) {
      const bytes = new Uint8Array(await this.images.bytesOf(id));
      files[`bilder/${image.download.name}`] = [bytes, { level: 0 }];
    }
    files['bilder/bildetekster.txt'] = strToU8(
      images.map(({ image }) => `${image.download.name}\n${pressCaption(image)}\n`).join('\n'),
    );
  }
}
