import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  LOCALE_ID,
} from '@angular/core';
import { formatTime } from './dates';

export type SaveState =
  'untouched' | 'unsaved' | 'saving' | 'saved' | 'offline' | 'failed' | 'conflict';

/** Where the words are: on the server since a time, on their way, or kept in this browser. */
@Component({
  selector: 'ui-save-status',
  host: { class: 'save-status', role: 'status', '[attr.data-state]': 'state()' },
  template: `{{ words() }}`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SaveStatus {
  readonly state = input.required<SaveState>();
  /** ISO instant from the server's answer to the last save. */
  readonly savedAt = input<string | null>(null);

  private readonly locale = inject(LOCALE_ID);
  protected readonly words = computed(() => {
    const at = this.savedAt();
    const time = at ? formatTime(at, this.locale) : '';
    switch (this.state()) {
      case 'untouched':
        return at ? savedWords(time) : '';
      case 'saved':
        return savedWords(time);
      case 'unsaved':
        return $localize`:@@ui.save.unsaved:Ikke lagret ennå`;
      case 'saving':
        return $localize`:@@ui.save.saving:Lagrer …`;
      case 'offline':
        return $localize`:@@ui.save.offline:Du er uten nett. Teksten ligger trygt i denne nettleseren og sendes når nettet er tilbake.`;
      case 'failed':
        return $localize`:@@ui.save.failed:Ikke lagret. Vi prøver igjen, og teksten ligger trygt i denne nettleseren.`;
      case 'conflict':
        return $localize`:@@ui.save.conflict:Noen andre har endret det samme. Velg hvilken tekst som skal gjelde.`;
    }
  });
}

function savedWords(time: string): string {
  return time
    ? $localize`:@@ui.save.saved-at:Lagret ${time}:time:`
    : $localize`:@@ui.save.saved:Lagret`;
}
