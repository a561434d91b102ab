import {
  ChangeDetectionStrategy,
  Component,
  computed,
  input,
  linkedSignal,
  output,
} from '@angular/core';
import type { MeetingView, OpenMeeting } from '@award/deliberation/contract';
import { sameData } from './same-data';
import { HOUSE_WORDS } from './words';

/** Before the meeting: who must leave the room is said first, then who is there. */
@Component({
  selector: 'deliberation-meeting-opening',
  template: `
    <form
      class="flow"
      novalidate
      (submit)="$event.preventDefault(); opened.emit({ present: present() })"
    >
      @if (stepping().length > 0) {
        <div class="ds-alert" data-color="warning">
          <p class="ds-paragraph">
            <strong i18n="@@deliberation.opening.step-out"
              >Må forlate rommet før møtet åpnes:</strong
            >&ngsp;{{ stepping().join(', ') }}
          </p>
        </div>
      }
      <fieldset class="ds-fieldset">
        <legend class="ds-label" i18n="@@deliberation.opening.who">Hvem er til stede?</legend>
        @for (member of takingPart(); track member.seatId) {
          <label class="paper__check">
            <input
              class="ds-input"
              type="checkbox"
              [checked]="present().includes(member.seatId)"
              (change)="toggle(member.seatId)"
            />
            <span>{{ member.name }} ({{ houseWords[member.house] }})</span>
          </label>
        }
      </fieldset>
      <p class="ds-paragraph" i18n="@@deliberation.opening.freeze">
        Når møtet åpnes, blir rangeringen tatt vare på slik den er nå.
      </p>
      <p class="acts">
        <button class="ds-button" type="submit" [attr.aria-busy]="busy() || null">
          <ng-container i18n="@@deliberation.opening.open">Åpne møtet</ng-container>
        </button>
      </p>
    </form>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MeetingOpening {
  readonly view = input.required<MeetingView>();
  readonly busy = input(false);
  readonly opened = output<OpenMeeting>();

  protected readonly houseWords = HOUSE_WORDS;
  protected readonly takingPart = computed(() =>
    this.view().members.filter(({ takesPart }) => takesPart),
  );
  protected readonly stepping = computed(() =>
    this.view()
      .members.filter(({ takesPart }) => !takesPart)
      .map(({ name }) => name),
  );
  private readonly expected = computed(() => this.takingPart().map(({ seatId }) => seatId), {
    equal: sameData,
  });
  /** Everybody who takes part, until somebody is unticked. */
  protected readonly present = linkedSignal(() => [...this.expected()]);

  protected toggle(seatId: string): void {
    this.present.update((all) =>
      all.includes(seatId) ? all.filter((one) => one !== seatId) : [...all, seatId],
    );
  }
}
