import type { DataSource } from 'typeorm';
import { differences, type LeakScan, type Look, type Secret } from './leak-scan';
import type { LeakLine } from './report';

/** The file of one's own data is named for the day on which it is asked for. */
const NAMED_FOR_THE_DAY = '/api/my-data/file: header content-disposition';

/** Looks at one moment after another, and keeps what could be seen that should not be. */
export class LeakWatch {
  readonly found: LeakLine[] = [];
  looks = 0;

  /** Without a scan nobody looks. */
  constructor(private readonly scan: LeakScan | null) {}

  get asked() {
    const { callers = [], addresses = [] } = this.scan ?? {};
    return { callers: callers.length, addresses: addresses.length, looks: this.looks };
  }

  async look(secrets: readonly Secret[] = []): Promise<Look | null> {
    if (!this.scan) return null;
    this.looks += 1;
    return this.scan.look(secrets);
  }

  /** `spared`: who has been told in confidence. */
  compare(when: string, before: Look | null, after: Look | null, spared: string[]): void {
    if (!before || !after) return;
    for (const part of differences(before, after, spared))
      if (!part.endsWith(NAMED_FOR_THE_DAY))
        this.found.push({ when, what: `${part} is not as it was` });
    for (const what of after.told.filter((one) => !spared.includes(one.split(' ')[0] ?? '')))
      this.found.push({ when, what });
  }
}

export async function realNow(db: Pick<DataSource, 'query'>): Promise<string> {
  const [{ at }] = await db.query('select clock_timestamp() as at');
  return at.toISOString();
}
