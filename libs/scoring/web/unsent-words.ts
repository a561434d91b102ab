import { inject, Injectable, signal } from '@angular/core';
import { readRefusal } from '@award/ui/web';
import { isLookedAfter, type Kept } from './autosave';
import type { NoteValue } from './own-note';
import { ScoringClient } from './scoring-client';
import { saveBody, type SheetValues, storedIn } from './sheet-values';

type Kind = 'sheet' | 'note';

export interface UnsentWord {
  readonly kind: Kind;
  readonly nominationId: string;
}

/** Words for an entry that is closed to the one who wrote them: kept here, and never sent. */
export interface SetAside {
  readonly nominationId: string;
  readonly municipalityName: string;
}

interface Waiting extends UnsentWord {
  readonly place: string;
  readonly text: string;
  readonly kept: Kept<SheetValues & NoteValue>;
}

const KINDS: readonly Kind[] = ['sheet', 'note'];

/** Where words wait in this browser for the one who wrote them. */
export function placeOfWords(kind: Kind, personId: string, nominationId: string): string {
  return `kaaring.${kind}.${personId}.${nominationId}`;
}

/** What a member has written in this browser that the server does not have, whichever page it was written on. */
@Injectable({ providedIn: 'root' })
export class UnsentWords {
  private readonly client = inject(ScoringClient);
  private readonly found = signal<readonly UnsentWord[]>([]);
  private readonly aside = signal<readonly SetAside[]>([]);
  private sending: Promise<boolean> | null = null;

  readonly waiting = this.found.asReadonly();
  readonly setAside = this.aside.asReadonly();

  /** Looks again at what lies in this browser. */
  look(personId: string): readonly UnsentWord[] {
    const waiting = waitingOf(personId).map(({ kind, nominationId }) => ({ kind, nominationId }));
    this.found.set(waiting);
    this.aside.set(asideOf(personId));
    return waiting;
  }

  /**
   * Sends in the order of writing what no open page looks after. True when nothing is left: what was also saved
   * elsewhere stays until its writer has chosen, and without a line all the rest stays.
   */
  async send(personId: string): Promise<boolean> {
    this.sending ??= this.sendAll(personId).finally(() => (this.sending = null));
    return this.sending;
  }

  /** Keeps the words for an entry that has closed to the writer, but never sends them. */
  putAside(personId: string, entry: SetAside): void {
    for (const kind of KINDS) {
      const place = placeOfWords(kind, personId, entry.nominationId);
      const text = localStorage.getItem(place);
      if (text === null) continue;
      localStorage.setItem(asidePlace(personId, entry.nominationId), JSON.stringify(entry));
      localStorage.setItem(`${asidePlace(personId, entry.nominationId)}.${kind}`, text);
      localStorage.removeItem(place);
    }
    this.look(personId);
  }

  forgetAside(personId: string, nominationId: string): void {
    for (const ending of ['', '.sheet', '.note'])
      localStorage.removeItem(asidePlace(personId, nominationId) + ending);
    this.look(personId);
  }

  /** Erases all words of the person in this browser, sent or not. */
  eraseAll(personId: string): void {
    for (const { place } of waitingOf(personId)) localStorage.removeItem(place);
    for (const { nominationId } of asideOf(personId)) this.forgetAside(personId, nominationId);
    this.look(personId);
  }

  private async sendAll(personId: string): Promise<boolean> {
    for (const waiting of waitingOf(personId)) {
      if (isLookedAfter(waiting.place)) continue;
      if ((await this.sendOne(waiting)) === 'no-line') break;
    }
    return this.look(personId).length === 0;
  }

  private async sendOne(waiting: Waiting): Promise<'sent' | 'kept' | 'no-line'> {
    try {
      await this.save(waiting);
    } catch (error) {
      const answer = readRefusal(error);
      if (answer === null || answer.refusal === null) return 'no-line';
      if (answer.refusal !== 'stale-save' || !saysTheSame(waiting, answer.details)) return 'kept';
    }
    if (localStorage.getItem(waiting.place) === waiting.text)
      localStorage.removeItem(waiting.place);
    return 'sent';
  }

  private async save({ kind, nominationId, kept }: Waiting): Promise<void> {
    const { value, lockVersion, versionId = '', key = crypto.randomUUID() } = kept;
    if (kind === 'note')
      await this.client.saveNote(nominationId, { text: value.text, lockVersion }, key);
    else await this.client.saveSheet(nominationId, saveBody(value, lockVersion, versionId), key);
  }
}

/** An answer that was lost on the way: the server has these very words already. */
function saysTheSame({ kind, kept }: Waiting, details: Readonly<Record<string, unknown>>): boolean {
  if (kind === 'sheet')
    return JSON.stringify(storedIn(details)?.value) === JSON.stringify(kept.value);
  return (details['stored'] as NoteValue | undefined)?.text === kept.value.text;
}

function waitingOf(personId: string): Waiting[] {
  return KINDS.flatMap((kind) => keptUnder(placeOfWords(kind, personId, ''), kind)).sort(
    (one, other) => (one.kept.at ?? 0) - (other.kept.at ?? 0),
  );
}

function keptUnder(prefix: string, kind: Kind): Waiting[] {
  return placesUnder(prefix).flatMap((place) => {
    const text = localStorage.getItem(place) ?? '';
    const nominationId = place.slice(prefix.length);
    try {
      return [{ kind, nominationId, place, text, kept: JSON.parse(text) as Waiting['kept'] }];
    } catch {
      return [];
    }
  });
}

function asidePlace(personId: string, nominationId: string): string {
  return `kaaring.set-aside.${personId}.${nominationId}`;
}

function asideOf(personId: string): SetAside[] {
  return placesUnder(asidePlace(personId, '')).flatMap((place) =>
    /\.(sheet|note)$/.test(place) ? [] : [JSON.parse(localStorage.getItem(place) ?? '')],
  );
}

function placesUnder(prefix: string): string[] {
  return Object.keys(localStorage)
    .filter((place) => place.startsWith(prefix))
    .sort();
}
