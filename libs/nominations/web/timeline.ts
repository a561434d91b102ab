import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { EventView } from '@award/nominations/contract';
import { OsloDateTime } from '@award/ui/web';
import { eventWords } from './nomination-words';

/** What has happened to the entry, newest first. */
@Component({
  selector: 'nominations-timeline',
  imports: [OsloDateTime],
  template: `
    <ol class="timeline">
      @for (event of newestFirst(); track $index) {
        <li class="timeline__event">
          <p>
            <strong>{{ words(event.action) }}</strong>
          </p>
          <p class="timeline__when">
            <time [attr.datetime]="event.at">{{ event.at | osloDateTime }}</time>
            @if (event.by; as name) {
              <span>, {{ name }}</span>
            }
          </p>
          @if (event.reason; as reason) {
            <p class="entry-text__value">{{ reason }}</p>
          }
        </li>
      }
    </ol>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Timeline {
  readonly events = input.required<readonly EventView[]>();
  protected readonly newestFirst = computed(() => this.events().toReversed());
  protected readonly words = eventWords;
}
