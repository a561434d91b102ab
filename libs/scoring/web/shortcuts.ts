import { DOCUMENT } from '@angular/common';
import { inject, Injectable, signal } from '@angular/core';

const SWITCH = 'kaaring.shortcuts';
/** Where letters are text, not commands. Radio buttons and check boxes are not. */
const WRITING = 'input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]';

/** Single-key shortcuts are off until the member switches them on, and never act in text fields. */
@Injectable({ providedIn: 'root' })
export class Shortcuts {
  private readonly document = inject(DOCUMENT);
  private readonly on = signal(localStorage.getItem(SWITCH) === 'on');
  readonly enabled = this.on.asReadonly();

  turn(on: boolean): void {
    this.on.set(on);
    localStorage.setItem(SWITCH, on ? 'on' : 'off');
  }

  /** Calls `act` with each single key while it is listened to; returns how to stop. */
  listen(act: (key: string) => void): () => void {
    const heard = (event: KeyboardEvent) => {
      if (!this.on() || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented)
        return;
      const target = event.target as Element | null;
      if (target?.closest(WRITING) || this.document.querySelector('dialog[open]')) return;
      act(event.key);
    };
    this.document.addEventListener('keydown', heard);
    return () => this.document.removeEventListener('keydown', heard);
  }
}
