import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import {
  DEFAULT_FORM,
  EMPTY_CONTENT,
  formProblems,
  type FormProblem,
  isOwn,
  isRefusal,
  type FormSection,
  type NominationContent,
  type Refusal,
  whatIsMissing,
} from '@award/award';
import { Session } from '@award/access/web';
import type {
  EntryView,
  MyEntryView,
  SaveDraft,
  StaleSaveDetails,
  WrittenForm,
} from '@award/nominations/contract';
import { type FieldRefusal, readRefusal, type SaveState } from '@award/ui/web';
import { KeptDrafts } from './kept-drafts';
import { NominationsClient } from './nominations-client';
import {
  type Merge,
  mergeWritings,
  type Part,
  sameWriting,
  settle,
  type Writing,
} from './three-way-merge';

/** How long after the last keystroke the text is saved, in milliseconds. */
export const SAVE_AFTER = 1500;
const RETRY_FIRST = 4000;
const RETRY_LAST = 60_000;
const MOST_UNANSWERED = 3;

/** Refusals that pass by themselves: the same save is tried again. */
const PASSING: readonly (Refusal | null)[] = [null, 'unavailable', 'failed', 'rate-limited'];

/** Refusals that say that the entry is no longer where the page believes it is. */
const MOVED_ON: readonly (Refusal | null)[] = [
  'past-deadline',
  'wrong-state',
  'wrong-phase',
  'before-opening',
  'not-found',
];

/** What a colleague has changed meanwhile, and which parts both have changed. */
export interface Conflict {
  readonly merge: Merge;
  readonly theirs: Writing;
  readonly lockVersion: number;
  readonly by: string | null;
  readonly at: string;
}

/** What was taken in from a colleague without anybody having to choose. */
export interface TakenIn {
  readonly by: string | null;
  readonly at: string;
  readonly parts: readonly Part[];
}

const NOTHING: Writing = { content: EMPTY_CONTENT, writtenForm: 'nb' };

/**
 * The acting municipality's entry as it is being written: kept in the browser from the first
 * keystroke, saved by itself, merged with what colleagues have saved. One for all pages of the area.
 */
@Injectable()
export class NominationDraft {
  private readonly client = inject(NominationsClient);
  private readonly kept = inject(KeptDrafts);
  private readonly session = inject(Session);

  readonly view = signal<MyEntryView | null>(null);
  readonly writing = signal<Writing>(NOTHING);
  readonly saveState = signal<SaveState>('untouched');
  readonly savedAt = signal<string | null>(null);
  readonly conflict = signal<Conflict | null>(null);
  readonly takenIn = signal<TakenIn | null>(null);
  /** Why the last save was refused for good, and the fields it was about. */
  readonly refusal = signal<Refusal | null>(null);
  readonly refusedFields = signal<readonly FieldRefusal[]>([]);
  /** What was kept here and came too late to be saved. */
  readonly unsent = signal<Writing | null>(null);

  readonly entry = computed<EntryView | null>(() => this.view()?.entry ?? null);
  readonly content = computed<NominationContent>(() => this.writing().content);
  readonly writtenForm = computed<WrittenForm>(() => this.writing().writtenForm);
  readonly form = computed(() => this.view()?.call.form ?? DEFAULT_FORM);
  readonly missing = computed<readonly FormProblem[]>(() =>
    whatIsMissing(this.content(), this.form()),
  );
  readonly faults = computed<readonly FormProblem[]>(() =>
    formProblems(this.content(), this.form()),
  );
  readonly mayWrite = computed(() => this.entry()?.acts.includes('write') ?? false);

  private base: Writing = NOTHING;
  private lockVersion = 0;
  private openedFor: string | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | null = null;
  private unanswered: { body: SaveDraft; key: string } | null = null;
  /** What was sent and not answered: the server has one of them at most. */
  private mayBeThere: readonly Writing[] = [];
  private retryAfter = RETRY_FIRST;

  constructor() {
    const online = () => void this.flush();
    window.addEventListener('online', online);
    inject(DestroyRef).onDestroy(() => {
      window.removeEventListener('online', online);
      clearTimeout(this.timer);
    });
  }

  /** Reads the entry anew and brings back what was written here and never reached the server. */
  async open(): Promise<MyEntryView> {
    const grant = this.session.acting()?.id ?? null;
    if (grant !== this.openedFor) this.reset();
    else if (this.view() !== null) await this.flush();
    const view = await this.client.mine();
    this.openedFor = grant;
    this.show(view);
    return view;
  }

  async start(): Promise<void> {
    this.show(await this.client.start());
  }

  /** Something has been written. */
  change(content: Partial<NominationContent>): void {
    this.write({ ...this.writing(), content: { ...this.content(), ...content } });
  }

  /** Something has been written to a question that is answered in words. */
  answer(code: FormSection['code'], text: string): void {
    this.change(
      isOwn(code) ? { answers: { ...this.content().answers, [code]: text } } : { [code]: text },
    );
  }

  chooseWrittenForm(writtenForm: WrittenForm): void {
    this.write({ ...this.writing(), writtenForm });
  }

  /** Saves now what has not been saved. True when the server has everything that is on the page. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer);
    if (this.running) {
      await this.running;
      return this.flushed() ? true : this.flush();
    }
    if (this.flushed()) return true;
    if (!this.maySave()) return false;
    this.running = this.save().finally(() => {
      this.running = null;
    });
    await this.running;
    return this.flushed();
  }

  /**
   * Settles a conflict: part by part, from mine or from theirs. Mine is saved before theirs is put
   * back, so that both are found among the versions.
   */
  async resolve(choices: Readonly<Partial<Record<Part, 'mine' | 'theirs'>>>): Promise<void> {
    const conflict = this.conflict();
    if (conflict === null) return;
    this.conflict.set(null);
    this.base = conflict.theirs;
    this.lockVersion = conflict.lockVersion;
    this.write(conflict.merge.merged);
    const settled = settle(conflict.merge, conflict.theirs, choices);
    if (!(await this.flush()) || sameWriting(settled, conflict.merge.merged)) return;
    this.write(settled);
    await this.flush();
  }

  /** A colleague has saved `lockVersion`: takes it in now, unless something here is on its way or waits. */
  async catchUp(lockVersion: number): Promise<void> {
    const idle = () => this.running === null && this.flushed() && this.lockVersion < lockVersion;
    if (!idle()) return;
    const view = await this.client.mine();
    if (!idle() || view.entry === null) return;
    this.view.set(view);
    const { entry } = view;
    this.meet(writingOf(entry), entry.lockVersion, entry.savedBy, entry.savedAt);
  }

  /** The version upon which the page's text stands: what sending refers to. */
  version(): number {
    return this.lockVersion;
  }

  /** What was too late to be saved has been read, and is let go. */
  letGoOfUnsent(): void {
    const entry = this.entry();
    if (entry !== null) this.kept.erase(entry.id);
    this.unsent.set(null);
  }

  private show(view: MyEntryView): void {
    this.view.set(view);
    const { entry } = view;
    if (entry === null) return;
    const stored = writingOf(entry);
    this.savedAt.set(entry.savedAt);
    this.refusal.set(null);
    const draft = this.kept.read(entry.id);
    this.mayBeThere = draft?.unanswered ?? [];
    if (draft === null || sameWriting(draft.mine, stored)) {
      this.kept.erase(entry.id);
      this.standOn(stored, entry.lockVersion, stored);
      this.saveState.set('untouched');
    } else if (!entry.acts.includes('write')) {
      this.standOn(stored, entry.lockVersion, stored);
      this.saveState.set('untouched');
      this.unsent.set(draft.mine);
    } else if (draft.lockVersion === entry.lockVersion || this.isOwn(stored)) {
      this.standOn(stored, entry.lockVersion, draft.mine);
      this.soon(0);
    } else {
      this.standOn(draft.base, draft.lockVersion, draft.mine);
      this.meet(stored, entry.lockVersion, entry.savedBy, entry.savedAt);
    }
  }

  private write(writing: Writing): void {
    this.writing.set(writing);
    this.refusal.set(null);
    this.refusedFields.set([]);
    this.saveState.set('unsaved');
    this.keep();
    this.soon(SAVE_AFTER);
  }

  private async save(): Promise<void> {
    const entry = this.entry();
    if (entry === null) return;
    const sent = this.writing();
    const body: SaveDraft = { ...sent, lockVersion: this.lockVersion } as SaveDraft;
    const again = this.unanswered;
    const request =
      again !== null && again.body.lockVersion === body.lockVersion && sameWriting(again.body, body)
        ? again
        : { body, key: crypto.randomUUID() };
    this.unanswered = request;
    this.saveState.set('saving');
    try {
      const saved = await this.client.save(entry.id, body, request.key);
      this.unanswered = null;
      this.mayBeThere = [];
      this.retryAfter = RETRY_FIRST;
      this.base = sent;
      this.lockVersion = saved.lockVersion;
      this.savedAt.set(saved.savedAt);
      this.view.update(
        (view) =>
          view && {
            ...view,
            entry: entry && {
              ...entry,
              ...sent,
              ...saved,
              savedBy: this.session.person()?.name ?? null,
            },
          },
      );
      if (this.writing() === sent) {
        this.kept.forget(entry.id);
        this.saveState.set('saved');
      } else {
        this.keep();
        this.saveState.set('unsaved');
        this.soon(SAVE_AFTER);
      }
    } catch (error) {
      this.refused(error, sent);
    }
  }

  private refused(error: unknown, sent: Writing): void {
    const answer = readRefusal(error);
    const refusal = answer?.refusal ?? null;
    if (refusal === 'stale-save' && answer !== null) {
      this.unanswered = null;
      const { theirs, writtenForm, lockVersion, savedBy, savedAt } =
        answer.details as unknown as StaleSaveDetails;
      this.meet({ content: theirs, writtenForm }, lockVersion, savedBy, savedAt);
    } else if (PASSING.includes(refusal)) {
      this.remember(sent);
      this.saveState.set(navigator.onLine ? 'failed' : 'offline');
      this.soon(this.retryAfter);
      this.retryAfter = Math.min(this.retryAfter * 2, RETRY_LAST);
    } else {
      this.unanswered = null;
      this.saveState.set('failed');
      this.refusal.set(refusal !== null && isRefusal(refusal) ? refusal : 'failed');
      this.refusedFields.set(answer?.fields ?? []);
      if (MOVED_ON.includes(refusal)) void this.reload();
    }
  }

  private async reload(): Promise<void> {
    try {
      this.show(await this.client.mine());
    } catch {
      // the refusal already shown stands until the page is opened again
    }
  }

  /** A colleague has saved since: takes in what does not collide, asks about what does. */
  private meet(theirs: Writing, lockVersion: number, by: string | null, at: string): void {
    if (this.isOwn(theirs)) {
      this.standOn(theirs, lockVersion, this.writing());
      return this.soon(0);
    }
    const merge = mergeWritings(this.base, this.writing(), theirs);
    if (merge.conflicts.length > 0) {
      this.conflict.set({ merge, theirs, lockVersion, by, at });
      this.saveState.set('conflict');
      this.keep();
      return;
    }
    this.standOn(theirs, lockVersion, merge.merged);
    if (merge.taken.length > 0) this.takenIn.set({ by, at, parts: merge.taken });
    this.savedAt.set(at);
    if (this.flushed()) this.saveState.set('saved');
    else this.soon(0);
  }

  /** Whether it was sent from here, and saved although the answer was lost. */
  private isOwn(stored: Writing): boolean {
    return this.mayBeThere.some((one) => sameWriting(one, stored));
  }

  private remember(sent: Writing): void {
    if (this.isOwn(sent)) return;
    this.mayBeThere = [...this.mayBeThere, sent].slice(-MOST_UNANSWERED);
    this.keep();
  }

  private standOn(base: Writing, lockVersion: number, writing: Writing): void {
    this.base = base;
    this.lockVersion = lockVersion;
    this.writing.set(writing);
    if (sameWriting(base, writing)) return;
    this.saveState.set('unsaved');
    this.keep();
  }

  private keep(): void {
    const entry = this.entry();
    if (entry === null) return;
    this.kept.keep(entry.id, {
      mine: this.writing(),
      base: this.base,
      lockVersion: this.lockVersion,
      unanswered: this.mayBeThere,
    });
  }

  private soon(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), delay);
  }

  private flushed(): boolean {
    return this.conflict() === null && sameWriting(this.writing(), this.base);
  }

  private maySave(): boolean {
    return this.conflict() === null && this.mayWrite();
  }

  private reset(): void {
    clearTimeout(this.timer);
    this.unanswered = null;
    this.view.set(null);
    this.conflict.set(null);
    this.takenIn.set(null);
    this.unsent.set(null);
    this.refusal.set(null);
    this.standOn(NOTHING, 0, NOTHING);
    this.saveState.set('untouched');
    this.savedAt.set(null);
  }
}

function writingOf({ content, writtenForm }: EntryView): Writing {
  return { content, writtenForm };
}
