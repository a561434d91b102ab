import { fileURLToPath } from 'node:url';
import { Inject, Injectable, Logger, type OnApplicationShutdown, Optional } from '@nestjs/common';
import { Refused } from '@award/access/api';
import { DOCUMENT_WORDS } from './document-words';
import type { PdfDocument, PdfStandard } from './pdf-document';
import type { SocialCard } from './social-card';
import { NotSet, TypesettingProcess } from './typesetting-process';

/**
 * Sets documents. Text is handed over as data and never as markup; the file names nobody as its
 * author. The area that owns what the document tells serves it and asks who may have it.
 */
@Injectable()
export class Documents implements OnApplicationShutdown {
  private readonly log = new Logger('Documents');
  private readonly typesetting: TypesettingProcess;

  /** A typesetter of one's own is for specs. */
  constructor(@Optional() @Inject(TypesettingProcess) typesetting?: TypesettingProcess) {
    this.typesetting =
      typesetting ??
      new TypesettingProcess({
        script: fileURLToPath(new URL('./typesetting/typesetter.mjs', import.meta.url)),
      });
  }

  /**
   * The bytes of a PDF. The same document, standard and `createdAt` give the same bytes on the same
   * machine. Refuses with `documents-unavailable` where there is no compiler for the machine, too
   * many wait, or it takes more than half a minute.
   */
  pdf(document: PdfDocument, standard: PdfStandard, createdAt: Date): Promise<Buffer> {
    return this.set({
      document,
      standard,
      words: DOCUMENT_WORDS[document.language],
      createdAt: Math.floor(createdAt.getTime() / 1000),
    });
  }

  /** The bytes of a PNG of 1200 × 630 pixels. Refuses as `pdf` does. */
  card(card: SocialCard): Promise<Buffer> {
    return this.set({ card });
  }

  private async set(order: object): Promise<Buffer> {
    try {
      return await this.typesetting.set(order);
    } catch (error) {
      if (!(error instanceof NotSet)) throw error;
      this.log.warn(`a document was not made: ${error.message}`);
      throw new Refused('documents-unavailable');
    }
  }

  onApplicationShutdown(): void {
    this.typesetting.stop();
  }
}
