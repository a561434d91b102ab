import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Visitor } from '../api/demo/visitor';
import { completeContent, story } from '../api/testing/story';

/** A minute of asking again. */
const MOST_TRIES = 1200;

interface Writer {
  nominationId: string;
  visitor: Visitor;
  acknowledged: string[];
}

/** Municipalities that save their drafts one text after the other, and ask again with the same key until they are answered. */
export class SteadyWriters {
  /** Answers that are neither a save nor 503 with Retry-After. */
  readonly unexpected: string[] = [];
  unanswered = 0;
  unavailable = 0;
  private readonly writers: Writer[] = [];
  private running: Promise<void[]> | undefined;
  private going = true;

  constructor(private readonly db: DataSource) {}

  get acknowledged(): number {
    return this.writers.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0);
  }

  async begin(count: number, visitor: () => Visitor): Promise<void> {
    const scene = story({ db: this.db });
    const edition = await scene.edition({ phase: 'open' });
    for (let number = 1; number <= count; number++) {
      const municipalityId = await scene.municipality(`Skrivby ${number}`, 9000);
      const key = `writer-${number}`;
      await scene.holder(key, 'municipality-submitter', { editionId: edition.id, municipalityId });
      const one = await visitor().signInAs(key);
      const { body } = await one.post<{ entry: { id: string } }>('/api/nominations/mine');
      this.writers.push({ nominationId: body.entry.id, visitor: one, acknowledged: [] });
    }
    this.running = Promise.all(this.writers.map((writer, number) => this.write(writer, number)));
  }

  /** Fulfilled when so many more saves have been acknowledged. */
  async written(more: number): Promise<void> {
    const enough = this.acknowledged + more;
    while (this.acknowledged < enough && this.unexpected.length === 0) await pause(10);
  }

  async finish(): Promise<void> {
    this.going = false;
    await this.running;
  }

  /** What the database holds of it, as a list of faults: empty when all is well. */
  async faults(): Promise<string[]> {
    const faults: string[] = [];
    for (const { nominationId, acknowledged } of this.writers) {
      const rows: { number: number; title: string }[] = await this.db.query(
        `select number, content->>'title' as title from nomination_version where nomination_id = $1 order by number`,
        [nominationId],
      );
      const titles = rows.map(({ title }) => title);
      for (const title of acknowledged) {
        const times = titles.filter((one) => one === title).length;
        if (times !== 1) faults.push(`${title} was acknowledged and stands ${times} times`);
      }
      if (new Set(titles).size !== titles.length) faults.push(`${nominationId} holds a text twice`);
      if (rows.some(({ number }, at) => number !== (rows[0]?.number ?? 0) + at))
        faults.push(`${nominationId} has a gap in its versions`);
      const [now] = await this.db.query(
        `select content->>'title' as title from nomination where id = $1`,
        [nominationId],
      );
      if (now.title !== titles.at(-1)) faults.push(`${nominationId} is not its newest version`);
    }
    const half = await this.db.query('select key from request_key where response is null');
    if (half.length > 0) faults.push(`${half.length} requests are half done`);
    const broken = await this.db.query(
      'select seq, fault from audit_verify() where fault is not null',
    );
    if (broken.length > 0) faults.push(`the log is broken at ${broken[0].seq}`);
    return faults;
  }

  private async write(writer: Writer, number: number): Promise<void> {
    let lockVersion = 1;
    for (let turn = 1; this.going && this.unexpected.length === 0; turn++) {
      const title = `Tekst ${turn} fra ${number}`;
      const body = { content: completeContent(title), writtenForm: 'nb', lockVersion };
      lockVersion = await this.save(writer, body);
      writer.acknowledged.push(title);
    }
  }

  /** Sends one text until it is answered, with the same key. */
  private async save(
    { nominationId, visitor }: Writer,
    body: { lockVersion: number },
  ): Promise<number> {
    const key = { 'idempotency-key': randomUUID() };
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const answer = await visitor
        .put<{ lockVersion: number }>(`/api/nominations/${nominationId}`, body, key)
        .catch(() => null);
      if (answer?.status === 200) return answer.body.lockVersion;
      if (answer === null) this.unanswered++;
      else if (answer.status === 503 && answer.headers.get('retry-after')) this.unavailable++;
      else {
        this.unexpected.push(`${answer.status} ${JSON.stringify(answer.body)}`);
        return body.lockVersion;
      }
      await pause(50);
    }
    this.unexpected.push('no answer');
    return body.lockVersion;
  }
}

export const pause = (ms: number) => new Promise((later) => setTimeout(later, ms));
