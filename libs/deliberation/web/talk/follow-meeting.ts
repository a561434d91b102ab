import { DestroyRef, effect, inject, type Signal, signal } from '@angular/core';
import type { ClassRef } from '../deliberation-client';
import { MeetingFeed } from './meeting-feed';
import { pathOf } from './talk-client';

/** Grows each time something has happened in the meeting of a class that is not shown yet. */
export function followMeeting(of: Signal<ClassRef | undefined>): Signal<number> {
  const changes = signal(0);
  let feed: MeetingFeed | null = null;
  effect(() => {
    const ref = of();
    feed?.stop();
    feed = null;
    if (!ref || typeof EventSource === 'undefined') return;
    feed = new MeetingFeed(`${pathOf(ref)}/stream`, () => changes.update((seen) => seen + 1));
    feed.start();
  });
  inject(DestroyRef).onDestroy(() => feed?.stop());
  return changes;
}
