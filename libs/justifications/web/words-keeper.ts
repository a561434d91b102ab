import { HttpErrorResponse } from '@angular/common/http';
import { signal } from '@angular/core';
import type { SavedJustification, StandingText } from '@award/justifications/contract';
import { readRefusal, type SaveState } from '@award/ui/web';

export interface Words {
  readonly text: string;
  readonly stageText: string;
  readonly internalNote: string;
}

/** What stands on the server. */
export interface Standing extends Words {
  readonly lockVersion: number;
  readonly savedAt: string | null;
}

export interface KeeperParts {
  /** Sends the words made on a version; `key` names the intent. */
  readonly send: (words: Words, lockVersion: number, key: string) => Promise<SavedJustification>;
  /** Where words are kept until the server has them. */
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  readonly storageKey: string;
  readonly saved: (answer: SavedJustification) => void;
}

/** How long after the last key the words are sent, and after how long a failed send is tried again. */
export const SEND_AFTER = 1500;
export const TRY_AGAIN_AFTER = 8000;
/** How many words are remembered that were sent and not answered: the server has one of them at most. */
const MOST_UNANSWERED = 5;

/**
 * Keeps a writer's words safe: in this browser at once, on the server a moment after the last key. A
 * stale save loses nothing; the writer sees both and chooses.
 */
export class WordsKeeper {
  readonly words = signal<Words>({ text: '', stageText: '', internalNote: '' });
  readonly state = signal<SaveState>('untouched');
  readonly savedAt = signal<string | null>(null);
  /** What somebody else has saved meanwhile, until the writer has chosen. */
  readonly conflict = signal<StandingText | null>(null);

  private lockVersion = 0;
  private intent: { readonly words: Words; readonly key: string } | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private sending: Promise<void> | null = null;
  /** What was sent and not answered: the server may have it all the same. */
  private unanswered: readonly Words[] = [];
  private closed = false;

  constructor(private readonly parts: KeeperParts) {}

  /** Starts on what stands. Words that never reached the server are taken up again where they were left. */
  open(standing: Standing): void {
    this.lockVersion = standing.lockVersion;
    this.savedAt.set(standing.savedAt);
    const kept = this.kept();
    if (kept && !same(kept.words, standing)) {
      this.words.set(kept.words);
      this.unanswered = kept.unanswered;
      if (kept.lockVersion === standing.lockVersion || this.isOwn(standing)) this.changed();
      else this.disagree({ ...standing, savedAt: standing.savedAt ?? '', savedBy: null });
      return;
    }
    this.forget();
    this.words.set(wordsOf(standing));
    this.state.set('untouched');
  }

  /** What somebody else saved while nothing here was unsent. An answer older than one's own save is passed over. */
  follow(standing: Standing): void {
    if (standing.lockVersion < this.lockVersion) return;
    if (this.state() === 'untouched' || this.state() === 'saved') this.open(standing);
  }

  write(part: Partial<Words>): void {
    this.words.update((words) => ({ ...words, ...part }));
    this.changed();
  }

  /** Sends what is unsent now; answers true when the server has it all. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer);
    while (this.sending) await this.sending;
    if (this.conflict()) return false;
    if (this.state() !== 'untouched' && this.state() !== 'saved') {
      this.sending = this.send();
      await this.sending;
    }
    return this.state() === 'saved' || this.state() === 'untouched';
  }

  /** One's own words are to stand in place of what the other saved; both are kept as versions. */
  keepMine(): Promise<boolean> {
    const standing = this.conflict();
    if (standing) this.lockVersion = standing.lockVersion;
    this.conflict.set(null);
    this.state.set('unsaved');
    return this.flush();
  }

  takeTheirs(): void {
    const standing = this.conflict();
    if (!standing) return;
    this.conflict.set(null);
    this.forget();
    this.lockVersion = standing.lockVersion;
    this.words.set(wordsOf(standing));
    this.savedAt.set(standing.savedAt);
    this.state.set('saved');
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
  }

  private changed(): void {
    if (this.conflict()) {
      this.keep();
      return;
    }
    this.state.set('unsaved');
    this.keep();
    this.later(SEND_AFTER);
  }

  private later(wait: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), wait);
  }

  private async send(): Promise<void> {
    const words = this.words();
    if (!this.intent || !same(this.intent.words, words))
      this.intent = { words, key: crypto.randomUUID() };
    this.state.set('saving');
    try {
      const answer = await this.parts.send(words, this.lockVersion, this.intent.key);
      this.lockVersion = answer.lockVersion;
      this.intent = null;
      this.unanswered = [];
      this.savedAt.set(answer.savedAt);
      this.parts.saved(answer);
      if (same(words, this.words())) {
        this.forget();
        this.state.set('saved');
      } else this.changed();
    } catch (error) {
      this.failed(error, words);
    } finally {
      this.sending = null;
    }
  }

  private failed(error: unknown, words: Words): void {
    const answer = readRefusal(error);
    const standing = answer?.details['standing'] as StandingText | null | undefined;
    if (answer?.refusal === 'stale-save' && standing) {
      this.intent = null;
      if (this.isOwn(standing)) this.goOnFrom(standing);
      else this.disagree(standing);
      return;
    }
    const away = error instanceof HttpErrorResponse && error.status === 0;
    this.state.set(away ? 'offline' : 'failed');
    if (!away && answer?.refusal !== 'unavailable') return;
    this.unanswered = [...this.unanswered, words].slice(-MOST_UNANSWERED);
    if (!this.closed) this.keep();
    this.later(TRY_AGAIN_AFTER);
  }

  /** Whether it was sent from here, and saved although the answer was lost. */
  private isOwn(standing: Words): boolean {
    return this.unanswered.some((words) => same(words, standing));
  }

  private goOnFrom({ lockVersion, savedAt }: StandingText): void {
    this.lockVersion = lockVersion;
    this.savedAt.set(savedAt);
    this.state.set('unsaved');
    this.keep();
    this.later(0);
  }

  private disagree(standing: StandingText): void {
    clearTimeout(this.timer);
    this.conflict.set(standing);
    this.state.set('conflict');
    this.keep();
  }

  private keep(): void {
    const { storage, storageKey } = this.parts;
    try {
      storage.setItem(
        storageKey,
        JSON.stringify({
          words: this.words(),
          lockVersion: this.lockVersion,
          unanswered: this.unanswered,
        }),
      );
    } catch {
      // A full or forbidden store costs the second copy, never the first.
    }
  }

  private kept(): { words: Words; lockVersion: number; unanswered: readonly Words[] } | null {
    const { storage, storageKey } = this.parts;
    try {
      const kept = JSON.parse(storage.getItem(storageKey) ?? 'null') as {
        words?: Words;
        lockVersion?: number;
        unanswered?: readonly Words[];
      } | null;
      return kept?.words && typeof kept.lockVersion === 'number'
        ? {
            words: wordsOf(kept.words),
            lockVersion: kept.lockVersion,
            unanswered: (kept.unanswered ?? []).map(wordsOf),
          }
        : null;
    } catch {
      return null;
    }
  }

  private forget(): void {
    try {
      this.parts.storage.removeItem(this.parts.storageKey);
    } catch {
      // Nothing was kept.
    }
  }
}

function wordsOf({ text, stageText, internalNote }: Words): Words {
  return { text, stageText, internalNote };
}

function same(a: Words, b: Words): boolean {
  return a.text === b.text && a.stageText === b.stageText && a.internalNote === b.internalNote;
}
