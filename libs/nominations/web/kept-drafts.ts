import { Injectable } from '@angular/core';
import { wholeContent } from '@award/award';
import type { Writing } from './three-way-merge';

/** What has been written and not yet acknowledged, with what it was written upon. */
export interface KeptDraft {
  readonly mine: Writing;
  readonly base: Writing;
  readonly lockVersion: number;
  /** What was sent before and not answered: the server may have it all the same. */
  readonly unanswered?: readonly Writing[];
}

interface Stored extends KeptDraft {
  /** The tab that wrote it: another tab does not erase it. */
  readonly tab: string;
}

const PREFIX = 'kaaring.draft.';

/** Keeps words in the browser until the server has them: through a lost connection and a closed laptop. */
@Injectable({ providedIn: 'root' })
export class KeptDrafts {
  private readonly tab = crypto.randomUUID();

  read(entryId: string): KeptDraft | null {
    try {
      const stored = localStorage.getItem(PREFIX + entryId);
      if (stored === null) return null;
      const draft = JSON.parse(stored) as Stored;
      const unanswered = (draft.unanswered ?? []).map(whole);
      return { ...draft, mine: whole(draft.mine), base: whole(draft.base), unanswered };
    } catch {
      return null;
    }
  }

  /** False when the browser has no room or allows no storage: then only the page holds the words. */
  keep(entryId: string, draft: KeptDraft): boolean {
    try {
      const stored: Stored = { ...draft, tab: this.tab };
      localStorage.setItem(PREFIX + entryId, JSON.stringify(stored));
      return true;
    } catch {
      return false;
    }
  }

  /** The server has this tab's words. */
  forget(entryId: string): void {
    const stored = this.read(entryId) as Stored | null;
    if (stored !== null && stored.tab !== this.tab) return;
    this.erase(entryId);
  }

  /** What was kept is taken over or no longer wanted, whichever tab wrote it. */
  erase(entryId: string): void {
    try {
      localStorage.removeItem(PREFIX + entryId);
    } catch {
      // a browser that keeps nothing has nothing to erase
    }
  }
}

/** What was kept may be from before there was something to fill in. */
function whole({ content, writtenForm }: Writing): Writing {
  return { content: wholeContent(content), writtenForm };
}
