import { signal, type Signal } from '@angular/core';
import type { Refusal } from '@award/award';
import { readRefusal, type RefusalAnswer } from '@award/ui/web';

/** One act at a time, with what came of it. */
export interface Act {
  readonly busy: Signal<boolean>;
  /** The last refusal: null when there is none, `code` null when no answer came. */
  readonly refused: Signal<{ code: Refusal | null; answer: RefusalAnswer | null } | null>;
  /** True when it was done. A second press while it runs does nothing. */
  readonly run: (work: () => Promise<unknown>) => Promise<boolean>;
}

export function act(): Act {
  const busy = signal(false);
  const refused = signal<{ code: Refusal | null; answer: RefusalAnswer | null } | null>(null);
  return {
    busy: busy.asReadonly(),
    refused: refused.asReadonly(),
    run: async (work) => {
      if (busy()) return false;
      busy.set(true);
      refused.set(null);
      try {
        await work();
        return true;
      } catch (error) {
        const answer = readRefusal(error);
        refused.set({ code: answer?.refusal ?? null, answer });
        return false;
      } finally {
        busy.set(false);
      }
    },
  };
}
