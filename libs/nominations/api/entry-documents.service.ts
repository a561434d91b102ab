import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { wholeContent, wholeForm } from '@award/award';
import { type Principal, Refused } from '@award/access/api';
import { Documents, type PdfStandard } from '@award/documents/api';
import type { Db } from '@award/editions/api';
import type { Language } from '@award/mail/api';
import { entryDocument, type SentVersion } from './entry-document';
import { ENTRY_WORDS } from './entry-words';
import { demandOwn } from './municipality-principal';
import { referenceOf } from './my-entry.view';
import { SENT_VERSION } from './entry-documents.queries';
import { MUNICIPALITY_NAMES } from './nominations.queries';

export interface EntryPdf {
  pdf: Buffer;
  /** Without its ending; made by a rule and not from the entry's words. */
  name: string;
}

/** An entry that was sent, as a document: for the municipality, in the receipt, for the archive. */
@Injectable()
export class EntryDocuments {
  constructor(
    private readonly db: DataSource,
    private readonly documents: Documents,
  ) {}

  /** To read, for the municipality whose entry it is. Without a language it is the entry's written form. */
  async forMunicipality(
    principal: Principal,
    nominationId: string,
    number: number,
    language: Language | null,
  ): Promise<EntryPdf> {
    await demandOwn(this.db, principal, nominationId);
    const sent = await this.sent(this.db, nominationId, number);
    if (!sent) throw new Refused('not-found');
    return this.make(sent, 'ua-1', language ?? sent.writtenForm);
  }

  /** To go with the receipt: the right to that mail has been asked. */
  forReceipt(db: Db, nominationId: string, number: number): Promise<EntryPdf | null> {
    return this.unasked(db, nominationId, number, 'ua-1');
  }

  /** To keep, without asking who wants it: for the archive's own command. */
  forArchive(db: Db, nominationId: string, number: number): Promise<EntryPdf | null> {
    return this.unasked(db, nominationId, number, 'a-2a');
  }

  private async unasked(
    db: Db,
    nominationId: string,
    number: number,
    standard: PdfStandard,
  ): Promise<EntryPdf | null> {
    const sent = await this.sent(db, nominationId, number);
    return sent && this.make(sent, standard, sent.writtenForm);
  }

  private async make(
    sent: SentVersion,
    standard: PdfStandard,
    language: Language,
  ): Promise<EntryPdf> {
    const pdf = await this.documents.pdf(entryDocument(sent, language), standard, sent.receivedAt);
    return { pdf, name: `${ENTRY_WORDS[language].file}-${sent.reference}` };
  }

  private async sent(db: Db, nominationId: string, number: number): Promise<SentVersion | null> {
    const [row] = await db.query(SENT_VERSION, [nominationId, number]);
    if (!row) return null;
    const content = wholeContent(row.content);
    const neighbours: SentVersion['neighbours'] =
      content.neighbours.length === 0
        ? []
        : await db.query(MUNICIPALITY_NAMES, [content.neighbours, row.referenceDate]);
    return {
      ...row,
      content,
      form: wholeForm(row.form),
      neighbours,
      reference: referenceOf(row.year, row.municipalityNumber, row.versionNumber),
    };
  }
}
