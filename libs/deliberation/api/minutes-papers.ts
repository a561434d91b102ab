import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Refused } from '@award/access/api';
import { Documents, type PdfStandard } from '@award/documents/api';
import { type Db, Editions } from '@award/editions/api';
import { Seats } from '@award/jury/api';
import type { Language } from '@award/mail/api';
import { contentHash } from '@award/nominations/api';
import type { ClassEntryView, MinutesContent } from '@award/deliberation/contract';
import { classHead, type ClassRoom } from './class-door';
import { classEntries, entriesById } from './class-entries';
import type { MinutesLineRow } from './meeting-state';
import { minutesDocument, type MinutesPaper } from './minutes-document';
import { MINUTES_WORDS } from './minutes-words';

const MINUTES = `
select p.id, p.meeting_id as "meetingId", p.edition_id as "editionId", p.class_code as "classCode", p.number, p.content, p.sha256,
  p.made_at as "madeAt", p.approved_at as "approvedAt", who.name as "approvedBy"
from minutes p left join person who on who.id = p.approved_by where p.id = $1`;

export interface MinutesRow extends MinutesLineRow {
  editionId: string;
  classCode: string;
  content: MinutesContent;
}

export interface MinutesFile {
  pdf: Buffer;
  /** Without its ending. */
  name: string;
}

/** Minutes as papers: what they say with the names that their ids stand for. Asks nobody's right: the book has. */
@Injectable()
export class MinutesPapers {
  constructor(
    private readonly editions: Editions,
    private readonly seats: Seats,
    private readonly documents: Documents,
  ) {}

  /** All minutes of an edition to keep, in the order of classes and numbers: for the archive's own command. */
  async forArchive(db: Db, editionId: string): Promise<(MinutesFile & { paper: MinutesPaper })[]> {
    const edition = await this.editions.byId(db, editionId);
    const files: (MinutesFile & { paper: MinutesPaper })[] = [];
    const all: { id: string }[] = await db.query(
      'select id from minutes where edition_id = $1 order by class_code, made_at, number',
      [editionId],
    );
    for (const { id } of all) {
      const row = await minutesRow(db, id);
      if (!row) throw new Refused('not-found');
      const cls = edition.classes.find(({ code }) => code === row.classCode);
      if (!cls) throw new Refused('not-found');
      const seats = await this.seats.ofClass(db, editionId, row.classCode);
      const paper = await this.paper(db, row, { edition, cls, seats });
      files.push({ ...(await this.document(paper, 'a-2a', 'nb')), paper });
    }
    return files;
  }

  async document(
    paper: MinutesPaper,
    standard: PdfStandard,
    language: Language,
  ): Promise<MinutesFile> {
    const made = new Date(paper.approvedAt ?? paper.madeAt);
    const pdf = await this.documents.pdf(minutesDocument(paper, language), standard, made);
    return { pdf, name: nameOf(paper, language) };
  }

  async paper(
    db: Db,
    row: MinutesRow,
    room: Pick<ClassRoom, 'edition' | 'cls' | 'seats'>,
  ): Promise<MinutesPaper> {
    const { editionId, classCode, content } = row;
    const entries = [
      ...(await elsewhere(db, content)),
      ...(await classEntries(db, editionId, classCode)),
    ];
    return {
      class: classHead(room),
      id: row.id,
      number: row.number,
      madeAt: new Date(row.madeAt).toISOString(),
      sha256: row.sha256,
      approvedAt: row.approvedAt && new Date(row.approvedAt).toISOString(),
      approvedBy: row.approvedBy,
      content,
      intact: contentHash(content) === row.sha256,
      classes: Object.fromEntries(room.edition.classes.map(({ code, name }) => [code, name])),
      seats: Object.fromEntries(room.seats.map(({ id, name }) => [id, { name }])),
      entries: Object.fromEntries(
        entries.map(({ nominationId, municipality, county, title }) => [
          nominationId,
          { municipality, county, title },
        ]),
      ),
    };
  }
}

/** Names of entries that the minutes speak of and that have been moved to another class since. */
async function elsewhere(
  db: Db,
  { classQuestions = [], scores = [] }: MinutesContent,
): Promise<ClassEntryView[]> {
  const ids = [...classQuestions, ...scores].map(({ nominationId }) => nominationId);
  return ids.length === 0 ? [] : entriesById(db, ids);
}

/** Made from year, class, the day of the writing and the number, so that two meetings' minutes differ. */
export function nameOf({ class: head, madeAt, number }: MinutesPaper, language: Language): string {
  const { file } = MINUTES_WORDS[language];
  return `${file}-${head.year}-${head.classCode}-${madeAt.slice(0, 10)}-${number}`;
}

export async function minutesRow(
  db: Pick<EntityManager, 'query'>,
  id: string,
): Promise<MinutesRow | undefined> {
  const [row] = await db.query(MINUTES, [id]);
  return row;
}
