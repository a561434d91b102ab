import type { ServerResponse } from 'node:http';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import type { Principal } from '@award/access/api';
import type { MeetingEvent } from '@award/deliberation/contract';
import { Settings } from '@award/settings/api';
import { ClassDoor } from '../class-door';

const HEARTBEAT_MS = 25_000;
const LISTEN_AGAIN_MS = 1_000;
/** A screen that has not taken this much is gone. */
const MOST_UNREAD_BYTES = 64 * 1024;

interface Notice extends MeetingEvent {
  edition: string;
  class: string;
  /** Somebody's impartiality has been ruled on: every screen comes in through the door anew. */
  ends: boolean;
}

interface Screen {
  editionId: string;
  classCode: string;
  response: ServerResponse;
}

/**
 * Tells the screens of a class's meeting that something has happened, with its number and nothing else.
 * One connection listens for all of them while there are any. When it has been lost, every screen is
 * told the newest number again, so that nothing is missed.
 */
@Injectable()
export class MeetingStreams implements OnModuleDestroy {
  private readonly log = new Logger('MeetingStreams');
  private readonly screens = new Set<Screen>();
  private client: Promise<Client> | null = null;
  private heartbeat: NodeJS.Timeout | undefined;
  private ended = false;

  constructor(
    private readonly db: DataSource,
    private readonly settings: Settings,
    private readonly door: ClassDoor,
  ) {}

  /** The number as it stands, for whoever asks now and then instead of listening. */
  async newest(principal: Principal, editionId: string, classCode: string): Promise<MeetingEvent> {
    await this.door.enter(this.db, principal, editionId, classCode, 'meet');
    return this.revisionOf(editionId, classCode);
  }

  /** Opens a stream for somebody whom the class is open to. Its first event is the number as it stands. */
  async open(
    principal: Principal,
    editionId: string,
    classCode: string,
    response: ServerResponse,
  ): Promise<void> {
    await this.door.enter(this.db, principal, editionId, classCode, 'meet');
    await this.listen();
    // Whoever has left while coming in would never be noticed leaving.
    if (response.closed) return;
    const screen: Screen = { editionId, classCode, response };
    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    });
    this.screens.add(screen);
    response.once('close', () => this.leave(screen));
    tell(screen, await this.revisionOf(editionId, classCode));
  }

  get count(): number {
    return this.screens.size;
  }

  /** Before the server closes, so that it does not wait for screens that never leave. */
  async onModuleDestroy(): Promise<void> {
    this.ended = true;
    for (const { response } of this.screens) response.end();
    this.screens.clear();
    await this.rest();
  }

  private async revisionOf(editionId: string, classCode: string): Promise<MeetingEvent> {
    const [row] = await this.db.query(
      'select revision from meeting_revision where edition_id = $1 and class_code = $2',
      [editionId, classCode],
    );
    return { revision: row?.revision ?? 0 };
  }

  private leave(screen: Screen): void {
    this.screens.delete(screen);
    if (this.screens.size === 0) void this.rest();
  }

  private async rest(): Promise<void> {
    clearInterval(this.heartbeat);
    const { client } = this;
    this.client = null;
    await (await client?.catch(() => null))?.end();
  }

  private async listen(): Promise<void> {
    if (this.client !== null) return void (await this.client);
    this.client = this.connect();
    this.heartbeat = setInterval(() => {
      for (const screen of this.screens) send(screen, ':\n\n');
    }, HEARTBEAT_MS).unref();
    try {
      await this.client;
    } catch (error) {
      this.client = null;
      throw error;
    }
  }

  private async connect(): Promise<Client> {
    const { extra } = this.db.options as { extra?: { options?: string } };
    const client = new Client({
      connectionString: this.settings.databaseUrl,
      application_name: 'kaaring-meeting',
      ...(extra?.options ? { options: extra.options } : {}),
    });
    client.on('error', () => this.listenAgain());
    client.on('notification', ({ payload }) => this.hear(JSON.parse(payload ?? '{}') as Notice));
    await client.connect();
    await client.query('listen kaaring_meeting');
    return client;
  }

  private hear({ edition, class: classCode, revision, ends }: Notice): void {
    for (const screen of this.screens) {
      if (screen.editionId !== edition || screen.classCode !== classCode) continue;
      tell(screen, { revision });
      if (ends) screen.response.end();
    }
  }

  /** The database went away: tries until it is back, then tells everybody where things stand. */
  private listenAgain(): void {
    this.client = null;
    clearInterval(this.heartbeat);
    if (this.ended || this.screens.size === 0) return;
    setTimeout(() => {
      if (this.client !== null) return;
      this.listen()
        .then(() => this.catchUp())
        .catch((error: Error) => {
          this.log.warn(`no news from the meetings: ${error.message}`);
          this.listenAgain();
        });
    }, LISTEN_AGAIN_MS).unref();
  }

  private async catchUp(): Promise<void> {
    for (const screen of this.screens)
      tell(screen, await this.revisionOf(screen.editionId, screen.classCode));
  }
}

function tell(screen: Screen, event: MeetingEvent): void {
  send(screen, `id: ${event.revision}\ndata: ${JSON.stringify(event)}\n\n`);
}

function send({ response }: Screen, text: string): void {
  if (response.writableLength > MOST_UNREAD_BYTES) response.destroy();
  else response.write(text);
}
