import { DestroyRef, effect, inject, type Signal, signal } from '@angular/core';
import { RevisionFeed } from '@award/ui/web';
import type { ClassRef } from '../deliberation-client';
import { pathOf } from './talk-client';

const AGAIN_MS = 5_000;

/** Grows each time something has happened in the meeting of a class that may not be shown yet. */
export function followMeeting(of: Signal<ClassRef | undefined>): Signal<number> {
  const changes = signal(0);
  const more = () => changes.update((seen) => seen + 1);
  let feed: RevisionFeed | null = null;
  effect(() => {
    const ref = of();
    feed?.stop();
    feed = null;
    if (!ref || typeof EventSource === 'undefined') return;
    const address = () => `${pathOf(ref)}/stream`;
    feed = new RevisionFeed(null, { address, changed: more, poll: more, againMs: AGAIN_MS });
    feed.start();
  });
  // What failed while the line was cut is asked again, whether or not anything has happened.
  addEventListener('online', more);
  inject(DestroyRef).onDestroy(() => {
    feed?.stop();
    removeEventListener('online', more);
  });
  return changes;
}

/** What can be read anew, such as a resource. */
interface Readable {
  readonly isLoading: Signal<boolean>;
  reload(): boolean;
}

/** Reads anew after each change. What is being read when it comes may be older, and is read again. */
export function readAnew(changes: Signal<number>, ...shown: readonly Readable[]): void {
  for (const one of shown) {
    let read = 0;
    effect(() => {
      const latest = changes();
      if (latest === read || one.isLoading()) return;
      read = latest;
      one.reload();
    });
  }
}
