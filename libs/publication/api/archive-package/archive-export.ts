import { DataSource } from 'typeorm';
import { type Attachment, MEDIA_TYPES } from '@award/award';
import { AuditLog } from '@award/audit/api';
import { MinutesPapers } from '@award/deliberation/api';
import { Documents } from '@award/documents/api';
import type { Words } from '@award/editions/contract';
import { FileSending } from '@award/files/api';
import { canonicalJson, EntryDocuments, referenceOf } from '@award/nominations/api';
import { Outcomes } from '../outcomes/outcomes.service';
import { caseMessage, type Journal, journalMessage, type KeptDocument } from './arkivmelding';
import {
  ENTRIES_TO_KEEP,
  type EntryToKeep,
  RELEASED_CORRECTIONS,
  type ReleasedCorrection,
  RELEASED_TEXTS,
  type ReleasedText,
} from './archive.queries';
import { logRows } from './kept-log';
import { PackageFolder } from './package-folder';
import { readPublicRecord } from './public-record';
import { releasedTexts } from './released-texts';
import { README } from './read-me';

export interface ExportedPackage {
  files: number;
  entries: number;
  /** SHA-256 of the list of checksums: whoever keeps it can tell whether the package is whole. */
  sha256: string;
  /** Of the log, when the package was made. */
  head: string;
}

interface KeptEdition {
  id: string;
  year: number;
  name: Words;
  phase: string;
  sample: boolean;
  announcedAt: Date;
}

/** One piece of a record: what goes into which file. */
interface Piece extends Pick<KeptDocument, 'title' | 'mediaType' | 'asPdfA'> {
  name: string;
  content: string | Buffer | AsyncIterable<Buffer>;
}

/** Writes an edition as an archive package: messages, documents, the public record, the log, checksums. */
export class ArchiveExport {
  constructor(
    private readonly db: DataSource,
    private readonly entries: EntryDocuments,
    private readonly minutes: MinutesPapers,
    private readonly outcomes: Outcomes,
    private readonly documents: Documents,
    private readonly files: FileSending,
    private readonly log: AuditLog,
  ) {}

  /** Throws when the edition is unknown or not yet announced, or the folder is not empty. */
  async run(year: number, folder: string): Promise<ExportedPackage> {
    const edition = await this.edition(year);
    const out = await PackageFolder.make(folder);
    const caseKey = `${edition.year}`;
    await out.write(
      '000-sak/arkivmelding.xml',
      caseMessage({
        key: caseKey,
        title: `${edition.name.nb} ${edition.year}`,
        year: edition.year,
        unit: 'Sekretariatet',
        responsible: 'Sekretariatet',
        status: edition.phase === 'archived' ? 'A' : 'B',
      }),
    );
    const records = new Records(out, caseKey);
    const kept: EntryToKeep[] = await this.db.query(ENTRIES_TO_KEEP, [edition.id]);
    for (const entry of kept) await this.entry(records, entry);
    await this.ownPapers(records, edition);
    await out.write(
      'record.json',
      `${JSON.stringify(await readPublicRecord(this.db, edition.id), null, 1)}\n`,
    );
    let head = '';
    const rows = logRows(this.db);
    await out.write(
      'log.jsonl',
      (async function* lines() {
        for await (const row of rows) {
          head = row.hash;
          yield `${JSON.stringify(row)}\n`;
        }
      })(),
    );
    await out.write(
      'LES-MEG.txt',
      README.replace('{head}', () => head),
    );
    const sha256 = await out.close();
    await this.db.transaction((tx) =>
      this.log.write(tx, {
        principal: null,
        act: 'archive:export',
        subjectType: 'edition',
        subjectId: edition.id,
        editionId: edition.id,
        facts: { year, files: out.count, sha256, head },
      }),
    );
    return { files: out.count, entries: kept.length, sha256, head };
  }

  private async edition(year: number): Promise<KeptEdition> {
    const [edition] = await this.db.query(
      `select e.id, e.year, e.name, e.phase, e.sample,
         coalesce((select max(released_at) from release r where r.edition_id = e.id), e.announcement_at, e.created_at) as "announcedAt"
       from edition e where e.year = $1`,
      [year],
    );
    if (!edition) throw new Error(`there is no edition of ${year}`);
    if (!['announced', 'archived'].includes(edition.phase))
      throw new Error(`the edition of ${year} is not announced yet: there is nothing to archive`);
    return edition;
  }

  /** What a municipality sent: the document, its content as data, and its attachments as received. */
  private async entry(records: Records, entry: EntryToKeep): Promise<void> {
    const { number, municipality, year } = entry;
    const made = await this.entries.forArchive(this.db, entry.nominationId, entry.versionNumber);
    if (!made) throw new Error(`${municipality}: what was sent cannot be found`);
    const attachments: Piece[] = [];
    for (const one of entry.attachments) attachments.push(await this.attachment(one));
    await records.add(
      `forslag-${number}`,
      {
        key: `forslag/${entry.nominationId}`,
        title: `Forslag fra ${municipality} kommune`,
        type: 'I',
        createdAt: entry.receivedAt,
        party: { name: `${municipality} kommune`, organisationNumber: entry.organisationNumber },
      },
      [
        {
          name: `${made.name}.pdf`,
          title: `Forslag ${referenceOf(year, number, entry.versionNumber)}`,
          mediaType: 'application/pdf',
          asPdfA: true,
          content: made.pdf,
        },
        {
          name: 'innhold.json',
          title: `Innholdet som data, SHA-256 ${entry.sha256}`,
          mediaType: 'application/json',
          asPdfA: false,
          content: canonicalJson(entry.content),
        },
        ...attachments,
      ],
    );
  }

  private async attachment({ fileId, kind, label }: Attachment): Promise<Piece> {
    return {
      name: `vedlegg-${fileId}.${kind === 'jpeg' ? 'jpg' : kind}`,
      title: label.trim() || 'Vedlegg',
      mediaType: MEDIA_TYPES[kind],
      asPdfA: false,
      content: await this.files.bytesOf(fileId),
    };
  }

  /** Minutes, the jury's reasons as released, and diplomas. */
  private async ownPapers(records: Records, edition: KeptEdition): Promise<void> {
    for (const { pdf, name, paper } of await this.minutes.forArchive(this.db, edition.id))
      await records.add(
        name,
        {
          key: `protokoll/${paper.id}`,
          title: `Protokoll fra jurymøte, ${paper.class.className.nb}`,
          type: 'X',
          createdAt: new Date(paper.madeAt),
          party: null,
        },
        [pdfPiece(name, `Protokoll nummer ${paper.number}`, pdf)],
      );
    const texts: ReleasedText[] = await this.db.query(RELEASED_TEXTS, [edition.id]);
    if (texts.length > 0) {
      const name = `begrunnelser-${edition.year}`;
      const corrections: ReleasedCorrection[] = await this.db.query(RELEASED_CORRECTIONS, [
        edition.id,
      ]);
      const report = releasedTexts(edition, texts, corrections);
      const pdf = await this.documents.pdf(report, 'a-2a', edition.announcedAt);
      await records.add(
        name,
        {
          key: `begrunnelser/${edition.year}`,
          title: 'Finalister, vinnere og juryens begrunnelser slik de ble offentliggjort',
          type: 'X',
          createdAt: edition.announcedAt,
          party: null,
        },
        [pdfPiece(name, report.title, pdf)],
      );
    }
    for (const { pdf, name, nominationId } of await this.outcomes.forArchive(this.db, edition.id))
      await records.add(
        `diplom-${nominationId}`,
        {
          key: `diplom/${nominationId}`,
          title: 'Diplom',
          type: 'X',
          createdAt: edition.announcedAt,
          party: null,
        },
        [pdfPiece('diplom', name, pdf)],
      );
  }
}

/** Gives each record a numbered folder with its message and its documents. */
class Records {
  private number = 0;

  constructor(
    private readonly out: PackageFolder,
    private readonly caseKey: string,
  ) {}

  async add(
    name: string,
    journal: Omit<Journal, 'caseKey' | 'documents'>,
    pieces: readonly Piece[],
  ): Promise<void> {
    this.number += 1;
    const folder = `${String(this.number).padStart(3, '0')}-${name}`;
    const documents: KeptDocument[] = [];
    for (const { name: file, content, ...piece } of pieces) {
      const { bytes, sha256 } = await this.out.write(`${folder}/${file}`, content);
      documents.push({ ...piece, file, bytes, sha256 });
    }
    await this.out.write(
      `${folder}/arkivmelding.xml`,
      journalMessage({ ...journal, caseKey: this.caseKey, documents }),
    );
  }
}

function pdfPiece(name: string, title: string, content: Buffer): Piece {
  return { name: `${name}.pdf`, title, mediaType: 'application/pdf', asPdfA: true, content };
}
