import { signal } from '@angular/core';
import type { Refusal } from '@award/award';
import { readRefusal } from '@award/ui/web';

/** One act at a time: whether it is under way, what came of it, and why it was refused. */
export class ActRunner {
  readonly busy = signal(false);
  readonly done = signal<string | null>(null);
  readonly failed = signal<{ refusal: Refusal | null } | null>(null);

  /** Answers whether it went. */
  async run(act: () => Promise<unknown>, done: string | (() => string)): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(true);
    this.failed.set(null);
    this.done.set(null);
    try {
      await act();
      this.done.set(typeof done === 'string' ? done : done());
      return true;
    } catch (error) {
      this.failed.set({ refusal: readRefusal(error)?.refusal ?? null });
      return false;
    } finally {
      this.busy.set(false);
    }
  }
}
