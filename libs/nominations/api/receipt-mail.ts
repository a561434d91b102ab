import { Injectable } from '@nestjs/common';
import { Refused } from '@award/access/api';
import type { Db } from '@award/editions/api';
import { Mail, type MailAttachment, type WaitingMail } from '@award/mail/api';
import { EntryDocuments } from './entry-documents.service';
import { receiptMail } from './nomination-mail';
import { mayReadOfEntry } from './nomination-recipients';

/** The receipt goes with the whole entry; without it where no document can be made. */
@Injectable()
export class ReceiptMail {
  constructor(
    private readonly documents: EntryDocuments,
    mail: Mail,
  ) {
    mail.register('nomination-receipt', receiptMail, {
      stillFor: mayReadOfEntry,
      failureFor: 'secretariat',
      attach: (db, waiting) => this.attached(db, waiting),
    });
  }

  private async attached(db: Db, { words }: WaitingMail): Promise<MailAttachment[]> {
    const { nominationId, version } = words;
    if (!nominationId || !version) return [];
    try {
      const made = await this.documents.forReceipt(db, nominationId, Number(version));
      return made ? [{ name: `${made.name}.pdf`, type: 'application/pdf', content: made.pdf }] : [];
    } catch (error) {
      if (error instanceof Refused) return [];
      throw error;
    }
  }
}
