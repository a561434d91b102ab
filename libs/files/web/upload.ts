import { computed, signal } from '@angular/core';
import type { FileFault, Refusal } from '@award/award';
import type { BeginFile, FileView } from '@award/files/contract';
import { readRefusal } from '@award/ui/web';

/** So much goes in one request: short enough for a bad line, long enough for a good one. */
export const PIECE_BYTES = 1_048_576;
const RETRY_FIRST = 2000;
const RETRY_LAST = 30_000;

/** The owning area's addresses for one owner's files. */
export interface FileRoutes {
  begin(body: BeginFile): Promise<FileView>;
  one(id: string): Promise<FileView>;
  append(id: string, offset: number, piece: Blob): Promise<FileView>;
  complete(id: string): Promise<FileView>;
}

/** `waiting` is for the line to come back: it goes on by itself. */
export type UploadState = 'reading' | 'sending' | 'waiting' | 'checking' | 'done' | 'stopped';

/** One file on its way from the browser: piece by piece, going on where the line broke. */
export class Upload {
  readonly state = signal<UploadState>('reading');
  readonly sent = signal(0);
  readonly fault = signal<FileFault | null>(null);
  readonly refusal = signal<Refusal | null>(null);
  /** Whole per cent. */
  readonly progress = computed(() => Math.floor((100 * this.sent()) / Math.max(1, this.file.size)));

  private wake: (() => void) | null = null;
  private cancelled = false;
  private retryAfter = RETRY_FIRST;

  constructor(
    readonly file: File,
    private readonly routes: FileRoutes,
  ) {}

  /** The file as the server has it, or null when it was not let in or was given up. */
  async run(): Promise<FileView | null> {
    try {
      const sha256 = await sumOf(this.file);
      let view = await this.insist(() => this.routes.begin({ bytes: this.file.size, sha256 }));
      while (view.state === 'uploading' || view.state === 'checking') view = await this.step(view);
      if (view.state === 'refused') return this.stop(view.fault, null);
      this.state.set('done');
      return view;
    } catch (error) {
      return this.stop(null, error instanceof Stopped ? error.refusal : 'failed');
    }
  }

  /** Gives up: nothing more is sent. */
  cancel(): void {
    this.cancelled = true;
    this.wake?.();
  }

  /** The line may be back. */
  goOn(): void {
    this.wake?.();
  }

  private async step(view: FileView): Promise<FileView> {
    const { id, received, expected } = view;
    this.sent.set(received);
    if (view.state === 'uploading' && received < expected) {
      this.state.set('sending');
      const piece = this.file.slice(received, received + PIECE_BYTES);
      return this.insist(
        () => this.routes.append(id, received, piece),
        () => this.routes.one(id),
      );
    }
    this.state.set('checking');
    return this.insist(
      () => this.routes.complete(id),
      () => this.routes.one(id),
    );
  }

  /**
   * Does it until it is answered. After a broken line or a step that somebody else has taken, `ask`
   * tells how far the server has come.
   */
  private async insist(
    act: () => Promise<FileView>,
    ask: () => Promise<FileView> = act,
  ): Promise<FileView> {
    for (let next = act; ; next = ask) {
      if (this.cancelled) throw new Stopped(null);
      try {
        const view = await next();
        this.retryAfter = RETRY_FIRST;
        return view;
      } catch (error) {
        const answer = readRefusal(error);
        const refusal = answer?.refusal ?? null;
        if (refusal === 'file-offset') continue;
        if (refusal !== null && !['unavailable', 'failed', 'still-running'].includes(refusal)) {
          throw new Stopped(refusal);
        }
        if (answer === null) throw error;
        await this.pause(refusal === 'still-running' ? 'checking' : 'waiting');
      }
    }
  }

  private async pause(state: UploadState): Promise<void> {
    const before = this.state();
    this.state.set(state);
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, this.retryAfter);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.wake = null;
    this.retryAfter = Math.min(this.retryAfter * 2, RETRY_LAST);
    this.state.set(before);
  }

  private stop(fault: FileFault | null, refusal: Refusal | null): null {
    this.fault.set(fault);
    this.refusal.set(refusal);
    this.state.set('stopped');
    return null;
  }
}

class Stopped extends Error {
  constructor(readonly refusal: Refusal | null) {
    super(refusal ?? 'cancelled');
  }
}

async function sumOf(file: Blob): Promise<string> {
  const sum = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(sum)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
