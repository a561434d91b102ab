import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Client } from 'pg';
import { Settings } from '@award/settings/api';
import { DataSource } from 'typeorm';
import { type PublicPulse, publicPulse } from './releases.queries';
import { Releases } from './releases.service';

const BEAT_MS = 1000;

/**
 * Keeps this process in step with what is public: listens for the notice that a commit sends, asks once
 * a second on a connection of its own in case a notice was missed, and releases what is due by the
 * award's clock.
 */
@Injectable()
export class PublicWatch implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('PublicWatch');
  private readonly listeners = new Set<(revision: number, editionId: string | null) => void>();
  private readonly beats = new Set<() => void>();
  private client: Client | null = null;
  private timer: NodeJS.Timeout | undefined;
  private dueTimer: NodeJS.Timeout | undefined;
  private beating: Promise<void> | null = null;
  private pulse: { value: PublicPulse; at: number } | null = null;
  private ended = false;
  private complained = false;

  constructor(
    private readonly db: DataSource,
    private readonly settings: Settings,
    private readonly releases: Releases,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.beat();
    this.timer = setInterval(() => void this.beat(), BEAT_MS);
    this.timer.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    this.ended = true;
    clearInterval(this.timer);
    clearTimeout(this.dueTimer);
    await this.beating;
    await this.client?.end();
  }

  /** Grows with every change of what is public; 0 until the database has been asked. */
  get revision(): number {
    return this.pulse?.value.revision ?? 0;
  }

  get editionId(): string | null {
    return this.pulse?.value.editionId ?? null;
  }

  /** The award's clock, by the database's last answer and the time that has passed since; null before any. */
  now(): string | null {
    if (this.pulse === null) return null;
    const { value, at } = this.pulse;
    return new Date(value.now.getTime() + performance.now() - at).toISOString();
  }

  /** Tells of every change, once per revision. */
  onChange(listener: (revision: number, editionId: string | null) => void): void {
    this.listeners.add(listener);
  }

  /** Whether a reader must wait: something is due that has not been released, or nothing is known yet. */
  get behind(): boolean {
    if (this.pulse === null) return true;
    const { dueInMs } = this.pulse.value;
    return dueInMs !== null && performance.now() - this.pulse.at >= dueInMs;
  }

  /** Milliseconds until the next armed release by the clock, by the last answer; null when none is armed. */
  get dueInMs(): number | null {
    const dueInMs = this.pulse?.value.dueInMs ?? null;
    return dueInMs === null || this.pulse === null
      ? null
      : dueInMs - (performance.now() - this.pulse.at);
  }

  /** Tells of every beat: once a second, and after every notice. */
  onBeat(listener: () => void): void {
    this.beats.add(listener);
  }

  /** Releases what is due, and learns of the newest revision. */
  async catchUp(): Promise<void> {
    // A beat that is under way may have asked before what the caller knows of.
    await this.beating;
    await this.beat();
  }

  /** One at a time: what comes while one is under way waits for it. */
  private beat(): Promise<void> {
    this.beating ??= this.ask().finally(() => {
      this.beating = null;
    });
    return this.beating;
  }

  private async ask(): Promise<void> {
    if (this.ended) return;
    try {
      const client = this.client ?? (await this.connect());
      this.take(await publicPulse(onClient(client)));
      const { dueInMs } = this.pulse?.value ?? {};
      if (typeof dueInMs === 'number' && dueInMs <= 0) {
        await this.releases.releaseDue();
        this.take(await publicPulse(onClient(client)));
        this.forgetDue();
      }
      this.wakeAtDue();
      for (const listener of this.beats) listener();
      this.complained = false;
    } catch (error) {
      if (!this.complained) this.log.warn(`lost the database: ${(error as Error).message}`);
      this.complained = true;
    }
  }

  /** What is due before the next beat does not wait for it. */
  private wakeAtDue(): void {
    clearTimeout(this.dueTimer);
    const { dueInMs } = this;
    if (this.ended || dueInMs === null || dueInMs <= 0 || dueInMs >= BEAT_MS) return;
    this.dueTimer = setTimeout(() => void this.beat(), Math.ceil(dueInMs));
    this.dueTimer.unref();
  }

  /** What was due and could not be released is tried again at the next beat, not by every reader. */
  private forgetDue(): void {
    if (this.pulse && (this.pulse.value.dueInMs ?? 1) <= 0) this.pulse.value.dueInMs = null;
  }

  private take(value: PublicPulse): void {
    const before = this.pulse?.value.revision;
    this.pulse = { value, at: performance.now() };
    if (before !== undefined && value.revision > before)
      for (const listener of this.listeners) listener(value.revision, value.editionId);
  }

  private async connect(): Promise<Client> {
    const { extra } = this.db.options as { extra?: { options?: string } };
    const client = new Client({
      connectionString: this.settings.databaseUrl,
      application_name: 'kaaring-watch',
      ...(extra?.options ? { options: extra.options } : {}),
    });
    client.on('error', () => this.lose(client));
    client.on('end', () => this.lose(client));
    client.on('notification', () => void this.catchUp());
    await client.connect();
    await client.query('listen kaaring_public');
    this.client = client;
    return client;
  }

  private lose(client: Client): void {
    if (this.client === client) this.client = null;
  }
}

function onClient(client: Client) {
  return {
    query: async <T>(text: string, values?: unknown[]): Promise<T> =>
      (await client.query(text, values)).rows as T,
  };
}
