import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import type { AttendanceView, MeetingView } from '@award/deliberation/contract';
import { OsloTime, StateTag, wordsFor } from '@award/ui/web';
import { HOUSE_WORDS, POSITION_WORDS } from './words';

/** Who is in the room, who has stepped out and when, and whether the jury can decide. */
@Component({
  selector: 'deliberation-meeting-people',
  imports: [OsloTime, StateTag],
  template: `
    <h2 class="ds-heading" data-size="xs" i18n="@@deliberation.people.heading">Til stede</h2>
    <p class="ds-paragraph">
      @if (view().quorum.missing; as missing) {
        <ui-state-tag tone="warning">{{ refusal(missing) }}</ui-state-tag>
      } @else {
        <ui-state-tag tone="success"
          ><ng-container i18n="@@deliberation.people.quorum"
            >Juryen er vedtaksfør</ng-container
          ></ui-state-tag
        >
      }
    </p>
    <p class="people__count" i18n="@@deliberation.people.count">
      {{ view().quorum.present }} til stede, {{ view().quorum.needed }} trengs. KS
      {{ view().quorum.houses.KS }}, NHO {{ view().quorum.houses.NHO }}.
    </p>
    <ul class="people">
      @for (member of view().members; track member.seatId) {
        <li class="people__member">
          <span>
            <strong>{{ member.name }}</strong>
            <span class="people__role">{{ roleOf(member) }}</span>
            @if (!member.takesPart) {
              <span class="people__out">
                <ng-container i18n="@@deliberation.people.out"
                  >Deltar ikke i denne kategorien</ng-container
                >
                @if (member.steppedOutAt; as at) {
                  &ngsp;{{ at | osloTime }}
                }
              </span>
            } @else if (!member.present && member.steppedOutAt) {
              <span class="people__out"
                ><ng-container i18n="@@deliberation.people.left">Gikk</ng-container>&ngsp;{{
                  member.steppedOutAt | osloTime
                }}</span
              >
            }
          </span>
          @if (member.takesPart && mayNote(member)) {
            <button
              class="ds-button"
              type="button"
              data-size="sm"
              data-variant="secondary"
              [attr.aria-pressed]="member.present"
              (click)="noted.emit({ seatId: member.seatId, present: !member.present })"
            >
              @if (member.present) {
                <span aria-hidden="true">✓</span>
              }
              <ng-container i18n="@@deliberation.people.present">Til stede</ng-container>&ngsp;<span
                class="ds-sr-only"
                >{{ member.name }}</span
              >
            </button>
          } @else if (member.present) {
            <ui-state-tag tone="success"
              ><ng-container i18n="@@deliberation.people.present"
                >Til stede</ng-container
              ></ui-state-tag
            >
          }
        </li>
      }
    </ul>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MeetingPeople {
  readonly view = input.required<MeetingView>();
  readonly noted = output<{ readonly seatId: string; readonly present: boolean }>();

  protected readonly refusal = wordsFor;

  protected roleOf({ house, position }: AttendanceView): string {
    return `${HOUSE_WORDS[house]}, ${POSITION_WORDS[position].toLowerCase()}`;
  }

  protected mayNote({ own }: AttendanceView): boolean {
    const { meeting, acts } = this.view();
    const open = meeting !== null && meeting.closedAt === null;
    return open && (own || acts.noteAttendance === null);
  }
}
