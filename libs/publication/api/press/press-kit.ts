import { Injectable } from '@nestjs/common';
import { strToU8, zipSync } from 'fflate';
import { resultsCsv } from '../open-data/results-csv';
import { LANGUAGES } from '../public-language';
import { PressPages } from './press-pages';
import { pressTexts } from './press-texts';

/** A ZIP may not carry a time earlier than 1980; ours carry none that tells anything. */
const NO_TIME = new Date(1980, 0, 1);

/** Texts and results of one year in a ZIP; the same bytes as long as the same is told. */
@Injectable()
export class PressKit {
  constructor(private readonly pages: PressPages) {}

  /** Null when nothing of the year is released. */
  async of(year: number): Promise<Buffer | null> {
    const files: Record<string, Uint8Array> = {};
    for (const language of LANGUAGES) {
      const told = await this.pages.toldOf(year, language);
      if (!told) return null;
      for (const { about, title, paragraphs } of pressTexts(told, language))
        files[`${language}/${about}.txt`] = strToU8([title, ...paragraphs].join('\n\n') + '\n');
      if (language === 'nb') {
        files['resultater.csv'] = strToU8(resultsCsv([told]));
        files['resultater.json'] = strToU8(JSON.stringify(told, null, 2));
      }
    }
    return Buffer.from(zipSync(files, { mtime: NO_TIME, level: 6 }));
  }
}
