import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Principal, Refused } from '@award/access/api';
import { Documents, type PdfStandard } from '@award/documents/api';
import type { Db } from '@award/editions/api';
import { type Language, Mail, type MailAttachment, type WaitingMail } from '@award/mail/api';
import { entryDocument, type SentVersion } from './entry-document';
import { ENTRY_WORDS } from './entry-words';
import { demandOwn } from './municipality-principal';
import { referenceOf } from './my-entry.view';
import { receiptMail } from './nomination-mail';
import { mayReadOfEntry } from './nomination-recipients';
import { wholeContent } from './nomination-rows';
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
    mail: Mail,
  ) {
    mail.register('nomination-receipt', receiptMail, {
      stillFor: mayReadOfEntry,
      attach: (tx, waiting) => this.attached(tx, waiting),
    });
  }

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

  /** To keep, without asking who wants it: for the archive's own command. */
  async forArchive(db: Db, nominationId: string, number: number): Promise<EntryPdf> {
    const sent = await this.sent(db, nominationId, number);
    if (!sent) throw new Refused('not-found');
    return this.make(sent, 'a-2a', sent.writtenForm);
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
      neighbours,
      reference: referenceOf(row.year, row.municipalityNumber, row.versionNumber),
    };
  }

  /** Where no document can be made, the receipt goes without. */
  private async attached(db: Db, { words }: WaitingMail): Promise<MailAttachment[]> {
    const sent = await this.sent(db, words['nominationId'] ?? '', Number(words['version']));
    if (!sent) return [];
    const { pdf, name } = await this.make(sent, 'ua-1', sent.writtenForm);
    return [{ name: `${name}.pdf`, type: 'application/pdf', content: pdf }];
  }
}
