import { computed, DestroyRef, DOCUMENT, inject, Injectable, signal } from '@angular/core';
import { PRESENCE_EVERY } from '@award/award';
import type { PresentColleague } from '@award/nominations/contract';
import { NominationDraft } from './nomination-draft';
import { NominationsClient } from './nominations-client';
import { partOfField } from './three-way-merge';

/**
 * Who else has the entry open, and in which part. Told and asked while the page is in front; a colleague's save is
 * taken in at once when nothing of one's own is unsaved.
 */
@Injectable()
export class Presence {
  private readonly client = inject(NominationsClient);
  private readonly draft = inject(NominationDraft);
  private readonly document = inject(DOCUMENT);
  private readonly present = signal<readonly PresentColleague[]>([]);
  private timer: ReturnType<typeof setInterval> | undefined;
  private watchers = 0;
  private told: string | null = null;

  readonly others = computed(() => this.present().map(({ name }) => name));

  /** The names of those with the cursor in this field; a row of a list counts as the list. */
  at(field: string): readonly string[] {
    return this.present()
      .filter(({ part }) => part === partOfField(field))
      .map(({ name }) => name);
  }

  /** Begins with the page that calls it, and ends with it. */
  watch(): void {
    this.watchers += 1;
    if (this.watchers === 1) this.begin();
    inject(DestroyRef).onDestroy(() => {
      this.watchers -= 1;
      if (this.watchers === 0) this.end();
    });
  }

  private readonly moved = () => {
    if (this.part() !== this.told) void this.say();
  };

  private begin(): void {
    this.timer = setInterval(() => void this.say(), PRESENCE_EVERY);
    this.document.addEventListener('focusin', this.moved);
    void this.say();
  }

  private end(): void {
    clearInterval(this.timer);
    this.document.removeEventListener('focusin', this.moved);
    this.present.set([]);
    const entry = this.draft.entry();
    if (entry !== null && this.draft.mayWrite()) void this.client.leave(entry.id).catch(nothing);
  }

  private async say(): Promise<void> {
    const entry = this.draft.entry();
    if (entry === null || !this.draft.mayWrite() || this.document.hidden) return;
    const part = this.part();
    this.told = part;
    try {
      const view = await this.client.sayPresent(entry.id, part, this.draft.version());
      this.present.set(view.others);
      await this.draft.catchUp(view.lockVersion);
    } catch {
      this.present.set([]);
    }
  }

  private part(): string | null {
    return partOfField(this.document.activeElement?.id ?? '');
  }
}

const nothing = () => undefined;
