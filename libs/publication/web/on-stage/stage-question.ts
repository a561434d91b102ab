import { ChangeDetectionStrategy, Component, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '@award/access/web';
import { OsloDateTime } from '@award/ui/web';
import { StagePlanClient } from './stage-plan-client';

/** On the page of the entry: that a finalist has not said who comes on stage. Silent for everybody else, and once it is said. */
@Component({
  selector: 'publication-stage-question',
  imports: [OsloDateTime, RouterLink],
  template: `
    @if (due.hasValue() && due.value(); as at) {
      <div class="ds-alert" data-color="info">
        <p>
          <a class="ds-link" routerLink="/kommune/scenen" i18n="@@publication.party.task"
            >Si hvem som kommer på scenen</a
          >&ngsp;<ng-container i18n="@@publication.party.task-due"
            >Svar innen {{ at | osloDateTime }}.</ng-container
          >
        </p>
      </div>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StageQuestion {
  readonly nominationId = input.required<string>();

  private readonly client = inject(StagePlanClient);
  private readonly session = inject(Session);
  /** Until when an answer is wanted; null when none is. */
  protected readonly due = resource({
    params: () => (this.session.may('stage:register') ? this.nominationId() : undefined),
    loader: async () => {
      const { call } = await this.client.mine();
      return call && call.closed === null && call.party === null ? call.dueAt : null;
    },
  });
}
