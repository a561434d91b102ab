import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Principal } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import { Documents } from '@award/documents/api';
import type { Language } from '@award/mail/api';
import type { DataAboutView, DataSection } from '@award/privacy/contract';
import { dataDocument } from './data-document';
import { dataReport } from './data-report';
import { privacyWords } from './privacy-words';
import { type Subject, subjectOfEmail, subjectOfPerson } from './subject';
import { SECTIONS } from './subject-access.queries';

/** A page to read and to print, a tagged PDF, or data. */
export type AccessForm = 'page' | 'pdf' | 'data';

export interface AccessFile {
  name: string;
  content: Buffer;
  type: string;
}

/**
 * What is held about one person (GDPR article 15), and nothing about anybody else. A member gets their own sheets, notes
 * and votes; the secretariat, who may not read those, gets all but them. Texts that are written about an entry and not
 * released are kept back for everybody: they are about the municipality's work, and under embargo.
 */
@Injectable()
export class SubjectAccess {
  constructor(
    private readonly db: DataSource,
    private readonly log: AuditLog,
    private readonly documents: Documents,
  ) {}

  own({ personId }: Principal, language: Language): Promise<DataAboutView> {
    return this.db.transaction('REPEATABLE READ', async (tx) =>
      this.view(tx, await subjectOfPerson(tx, personId), language, true),
    );
  }

  /** The same as a file: a page to read and to print, a PDF, or data. */
  async ownFile(principal: Principal, language: Language, form: AccessForm): Promise<AccessFile> {
    return this.file(await this.own(principal, language), language, form);
  }

  /** For somebody who has asked the secretariat, as a PDF to hand over. */
  async fileOf(principal: Principal, email: string, language: Language): Promise<AccessFile> {
    return this.file(await this.of(principal, email, language), language, 'pdf');
  }

  /** For somebody who has asked the secretariat. Asked for by address, and on the log. */
  of(principal: Principal, email: string, language: Language): Promise<DataAboutView> {
    return this.db.transaction(async (tx) => {
      const subject = await subjectOfEmail(tx, email);
      const view = await this.view(tx, subject, language, false);
      await this.log.write(tx, {
        principal,
        act: 'person:export',
        subjectType: 'person',
        subjectId: subject.personId,
        editionId: null,
        facts: { rows: view.sections.reduce((sum, { rows }) => sum + rows.length, 0) },
      });
      return view;
    });
  }

  private async file(
    view: DataAboutView,
    language: Language,
    form: AccessForm,
  ): Promise<AccessFile> {
    const name = `${privacyWords[language].file}-${view.now.slice(0, 10)}`;
    switch (form) {
      case 'page':
        return {
          name: `${name}.html`,
          content: Buffer.from(dataDocument(view, language)),
          type: 'text/html; charset=utf-8',
        };
      case 'pdf':
        return {
          name: `${name}.pdf`,
          content: await this.documents.pdf(dataReport(view, language), 'ua-1', new Date(view.now)),
          type: 'application/pdf',
        };
      case 'data':
        return {
          name: `${name}.json`,
          content: Buffer.from(JSON.stringify(view)),
          type: 'application/json',
        };
    }
  }

  private async view(
    tx: EntityManager,
    { personId, emails }: Subject,
    language: Language,
    own: boolean,
  ): Promise<DataAboutView> {
    const { sections: titles, keptBack, keptForOwner } = privacyWords[language];
    const [{ now }] = await tx.query('select award_now() as now');
    const sections: DataSection[] = [];
    for (const { key, rows: sql, ownOnly } of SECTIONS) {
      if (ownOnly && !own) continue;
      const rows: Record<string, unknown>[] = await tx.query(sql, [personId, emails]);
      if (rows.length > 0) sections.push({ key, title: titles[key] ?? key, rows: rows.map(plain) });
    }
    return {
      now: now.toISOString(),
      emails: [...emails],
      sections,
      keptBack: own ? keptBack : [...keptBack, keptForOwner],
    };
  }
}

/** Instants as ISO 8601, and nothing but plain values. */
function plain(row: Record<string, unknown>): DataSection['rows'][number] {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      value instanceof Date ? value.toISOString() : (value as string | number | boolean | null),
    ]),
  );
}
