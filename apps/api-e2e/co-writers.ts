import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Visitor } from '../api/demo/visitor';
import { completeContent, story } from '../api/testing/story';
import { pause } from './steady-writers';

type Content = ReturnType<typeof completeContent>;

/** What each of those who write on the same entry keeps to. */
const FIELDS = ['title', 'text', 'difficult'] as const;
type Field = (typeof FIELDS)[number];

interface CoWriter {
  nominationId: string;
  field: Field;
  name: string;
  visitor: Visitor;
  content: Content;
  lockVersion: number;
  /** The last text that was answered 200. */
  acknowledged: string | null;
}

/**
 * Colleagues who write on the same entries at once, as the browser does: a save upon an older text is refused with what
 * stands, what the other has changed is taken in, and the save is made again; without an answer, with the same key.
 */
export class CoWriters {
  readonly unexpected: string[] = [];
  readonly writers: CoWriter[] = [];
  stale = 0;
  unanswered = 0;
  saves = 0;

  constructor(private readonly db: DataSource) {}

  /** `writers` people on `entries` entries, at least two on each. */
  async begin(writers: number, entries: number, visitor: () => Visitor): Promise<void> {
    const scene = story({ db: this.db });
    const edition = await scene.edition({ phase: 'open' });
    for (let entry = 0; entry < entries; entry++) {
      const municipalityId = await scene.municipality(`Samskriv ${entry}`, 9000);
      const content = completeContent();
      const { id } = await scene.nomination(edition, municipalityId, { state: 'draft', content });
      for (let number = entry; number < writers; number += entries) {
        const name = `samskriver-${number}`;
        await scene.holder(name, 'municipality-editor', { editionId: edition.id, municipalityId });
        this.writers.push({
          nominationId: id,
          field: FIELDS[(number - entry) / entries] ?? 'title',
          name,
          visitor: await visitor().signInAs(name),
          content,
          lockVersion: 1,
          acknowledged: null,
        });
      }
    }
  }

  /** Everybody saves `times` texts of their own, one after the other, all at once. */
  async write(times: number): Promise<void> {
    await Promise.all(
      this.writers.map(async (writer) => {
        for (let turn = 1; turn <= times && this.unexpected.length === 0; turn++)
          await this.save(writer, `Tekst ${turn} fra ${writer.name}`);
      }),
    );
  }

  /** What was acknowledged and does not stand, or stands twice: empty when nothing is lost. */
  async faults(): Promise<string[]> {
    const faults: string[] = [];
    for (const { nominationId, field, name, acknowledged } of this.writers) {
      const [entry] = await this.db.query(
        `select content ->> $2 as text, lock_version as "lockVersion",
           (select count(*)::int from nomination_version v where v.nomination_id = n.id) as versions
         from nomination n where n.id = $1`,
        [nominationId, field],
      );
      if (entry.text !== acknowledged)
        faults.push(`${name} was told that «${acknowledged}» is saved; it says «${entry.text}»`);
      if (entry.versions !== entry.lockVersion)
        faults.push(`${nominationId} has ${entry.versions} versions at ${entry.lockVersion}`);
    }
    return faults;
  }

  private async save(writer: CoWriter, text: string): Promise<void> {
    writer.content = { ...writer.content, [writer.field]: text };
    let key = randomUUID();
    for (let tries = 0; tries < 1200; tries++) {
      const { content, lockVersion } = writer;
      const answer = await writer.visitor
        .put<{ lockVersion: number; refusal?: string; details?: Stale }>(
          `/api/nominations/${writer.nominationId}`,
          { content: { ...content, attachments: [] }, writtenForm: 'nb', lockVersion },
          { 'idempotency-key': key },
        )
        .catch(() => null);
      if (answer?.status === 200) {
        writer.lockVersion = answer.body.lockVersion;
        writer.acknowledged = text;
        this.saves += 1;
        return;
      }
      if (answer?.body.refusal === 'stale-save' && answer.body.details) {
        this.stale += 1;
        const { theirs, lockVersion: newest } = answer.body.details;
        writer.content = { ...theirs, [writer.field]: text };
        writer.lockVersion = newest;
        key = randomUUID();
        continue;
      }
      if (answer === null || answer.status === 503) this.unanswered += 1;
      else return void this.unexpected.push(`${answer.status} ${JSON.stringify(answer.body)}`);
      await pause(50);
    }
    this.unexpected.push(`${writer.name} was never answered`);
  }
}

interface Stale {
  theirs: Content;
  lockVersion: number;
}
