import { computed, type Signal, signal, type WritableSignal } from '@angular/core';
import type { Refusal } from '@award/award';
import { readRefusal, type SaveState } from '@award/ui/web';

const AFTER_TYPING = 1500;
const AFTER_LEAVING = 400;
const AFTER_FAILURE = 5000;

export interface Saved {
  readonly lockVersion: number;
  readonly savedAt: string;
}

/** What the server holds when somebody else, or another window, has saved first. */
export interface Stored<T> {
  readonly value: T;
  readonly lockVersion: number;
  readonly savedAt: string | null;
}

export interface AutosaveOptions<T> {
  readonly value: T;
  readonly lockVersion: number;
  readonly savedAt: string | null;
  /** Where unsaved words wait in this browser. */
  readonly keptAs: string;
  readonly save: (value: T, lockVersion: number, key: string) => Promise<Saved>;
  /** Reads what the server holds out of the details of a `stale-save`. */
  readonly storedIn: (details: Readonly<Record<string, unknown>>) => Stored<T> | null;
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  /** The version of the entry that is read while one writes. */
  readonly versionId?: string;
}

/** Words that wait in this browser until the server has them. */
export interface Kept<T> {
  readonly value: T;
  readonly lockVersion: number;
  /** The save's own key: sent again, from here or from the next page, it is done once. */
  readonly key?: string;
  /** When it was written, by this device, for sending in that order. */
  readonly at?: number;
  readonly versionId?: string;
  /** What was sent before and not answered, as JSON: the server may have it all the same. */
  readonly unanswered?: readonly string[];
}

/** How many of them are remembered: of saves upon the same version the server has one at most. */
const MOST_UNANSWERED = 5;

/** The places that an open page looks after: nobody else sends what waits there. */
const lookedAfter = new Set<string>();

export function isLookedAfter(keptAs: string): boolean {
  return lookedAfter.has(keptAs);
}

/**
 * Saves by itself while one writes. Words are in this browser until the server has them. One save is
 * under way at a time; the same save sent again carries the same key, so that a lost answer does not
 * double it. When somebody else has saved first, nothing is overwritten: both are held up to choose from.
 */
export class Autosave<T extends object> {
  private readonly held: WritableSignal<T>;
  private readonly condition = signal<SaveState>('untouched');
  private readonly at: WritableSignal<string | null>;
  private readonly refused = signal<Refusal | null>(null);
  private readonly other = signal<Stored<T> | null>(null);
  private version: number;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private underWay: Promise<boolean> | null = null;
  private attempt: { readonly text: string; readonly key: string } | null = null;
  private saved: string;
  private unanswered: readonly string[] = [];
  private ended = false;

  readonly value: Signal<T>;
  readonly state = this.condition.asReadonly();
  readonly savedAt: Signal<string | null>;
  /** Why the server will not have it as it stands. */
  readonly refusal = this.refused.asReadonly();
  /** The other version, when one has to choose. */
  readonly conflict = this.other.asReadonly();
  readonly dirty = computed(() => !['untouched', 'saved'].includes(this.condition()));

  constructor(private readonly options: AutosaveOptions<T>) {
    this.held = signal(options.value);
    this.at = signal(options.savedAt);
    this.value = this.held.asReadonly();
    this.savedAt = this.at.asReadonly();
    this.version = options.lockVersion;
    this.saved = JSON.stringify(options.value);
    lookedAfter.add(options.keptAs);
    this.takeUpWhatWasKept();
  }

  get lockVersion(): number {
    return this.version;
  }

  edit(change: Partial<T>): void {
    this.held.update((value) => ({ ...value, ...change }));
    this.keep();
    if (this.other() !== null) return;
    if (this.condition() !== 'offline') this.condition.set('unsaved');
    this.wait(AFTER_TYPING);
  }

  /** Saves when a field is left. Not at once: what the page then says would move what is being pressed away from under the pointer. */
  soon(): void {
    if (this.dirty() && this.other() === null) this.wait(AFTER_LEAVING);
  }

  /** Saves now. True when the server has everything that is written. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer);
    if (this.underWay) await this.underWay;
    if (this.other() !== null) return false;
    if (JSON.stringify(this.held()) === this.saved) return true;
    this.underWay = this.send();
    const done = await this.underWay;
    this.underWay = null;
    return done && JSON.stringify(this.held()) !== this.saved ? this.flush() : done;
  }

  /** Keeps one's own words, written upon what the other has saved. */
  async useMine(): Promise<boolean> {
    const stored = this.other();
    if (stored === null) return true;
    this.version = stored.lockVersion;
    this.saved = JSON.stringify(stored.value);
    this.other.set(null);
    this.keep();
    return this.flush();
  }

  /** Lets one's own words go, and goes on from what the other has saved. */
  useTheirs(): void {
    const stored = this.other();
    if (stored === null) return;
    this.held.set(stored.value);
    this.other.set(null);
    this.settle(stored.value, stored);
    this.condition.set(stored.savedAt === null ? 'untouched' : 'saved');
  }

  /** The lock version moves when a sheet is locked or reopened. */
  moveTo(saved: Saved): void {
    this.version = saved.lockVersion;
    this.at.set(saved.savedAt);
  }

  /** Stops trying. What is unsaved stays in this browser. */
  end(): void {
    this.ended = true;
    clearTimeout(this.timer);
    lookedAfter.delete(this.options.keptAs);
  }

  private async send(): Promise<boolean> {
    const value = this.held();
    const { key } = this.attemptAt(value);
    // Without a line the same is said until it is back.
    if (this.condition() !== 'offline') this.condition.set('saving');
    this.refused.set(null);
    try {
      this.settle(value, await this.options.save(value, this.version, key));
      this.condition.set(JSON.stringify(this.held()) === this.saved ? 'saved' : 'unsaved');
      return true;
    } catch (error) {
      const own = this.ownAmong(error);
      if (own !== null) {
        this.settle(own.value, own);
        this.condition.set(JSON.stringify(this.held()) === this.saved ? 'saved' : 'unsaved');
        return true;
      }
      this.fail(error, value);
      return false;
    }
  }

  /** What is stored in place of what was saved upon is one's own, when it was sent from here and the answer was lost. */
  private ownAmong(error: unknown): Stored<T> | null {
    const answer = readRefusal(error);
    const stored = answer?.refusal === 'stale-save' ? this.options.storedIn(answer.details) : null;
    if (stored === null) return null;
    const text = JSON.stringify(stored.value);
    return text === JSON.stringify(this.held()) || this.unanswered.includes(text) ? stored : null;
  }

  private settle(value: T, saved: { lockVersion: number; savedAt: string | null }): void {
    this.version = saved.lockVersion;
    this.saved = JSON.stringify(value);
    this.unanswered = [];
    this.at.set(saved.savedAt);
    if (JSON.stringify(this.held()) === this.saved) {
      if (!this.isPassed(value)) this.options.storage.removeItem(this.options.keptAs);
    } else if (this.other() === null) this.keep();
  }

  /** Whether a page after this one has kept something else meanwhile, which stays. */
  private isPassed(value: T): boolean {
    const kept = this.ended ? this.readKept() : null;
    return kept !== null && JSON.stringify(kept.value) !== JSON.stringify(value);
  }

  private attemptAt(value: T): { readonly key: string } {
    const text = JSON.stringify([this.version, value]);
    if (this.attempt?.text !== text) this.attempt = { text, key: crypto.randomUUID() };
    return this.attempt;
  }

  private fail(error: unknown, value: T): void {
    const answer = readRefusal(error);
    const stored = answer?.refusal === 'stale-save' ? this.options.storedIn(answer.details) : null;
    if (stored !== null) {
      this.other.set(stored);
      this.condition.set('conflict');
      return;
    }
    const unreachable =
      answer === null || answer.refusal === null || answer.refusal === 'unavailable';
    this.refused.set(unreachable ? null : answer.refusal);
    this.condition.set(unreachable ? 'offline' : 'failed');
    if (!unreachable) return;
    this.remember(JSON.stringify(value));
    this.wait(AFTER_FAILURE);
  }

  private remember(text: string): void {
    if (this.unanswered.includes(text)) return;
    this.unanswered = [...this.unanswered, text].slice(-MOST_UNANSWERED);
    this.keep();
  }

  private wait(time: number): void {
    clearTimeout(this.timer);
    if (!this.ended) this.timer = setTimeout(() => void this.flush(), time);
  }

  private keep(): void {
    if (this.isPassed(this.held())) return;
    const { versionId } = this.options;
    const kept: Kept<T> = {
      value: this.held(),
      lockVersion: this.version,
      key: this.attemptAt(this.held()).key,
      at: Date.now(),
      unanswered: this.unanswered,
      ...(versionId === undefined ? {} : { versionId }),
    };
    try {
      this.options.storage.setItem(this.options.keptAs, JSON.stringify(kept));
    } catch {
      // A full or forbidden store costs the second copy, never the first.
    }
  }

  private takeUpWhatWasKept(): void {
    const kept = this.readKept();
    if (kept === null || JSON.stringify(kept.value) === this.saved) return;
    this.held.set(kept.value);
    this.unanswered = kept.unanswered ?? [];
    if (kept.lockVersion === this.version || this.unanswered.includes(this.saved)) {
      const text = JSON.stringify([this.version, kept.value]);
      if (kept.key && kept.lockVersion === this.version) this.attempt = { text, key: kept.key };
      this.condition.set('unsaved');
      this.wait(AFTER_TYPING);
      return;
    }
    const { value, lockVersion, savedAt } = this.options;
    this.other.set({ value, lockVersion, savedAt });
    this.condition.set('conflict');
  }

  private readKept(): Kept<T> | null {
    const text = this.options.storage.getItem(this.options.keptAs);
    if (text === null) return null;
    try {
      return JSON.parse(text) as Kept<T>;
    } catch {
      this.options.storage.removeItem(this.options.keptAs);
      return null;
    }
  }
}
