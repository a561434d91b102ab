import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { actingSentence, Session } from '@award/access/web';
import { Empty, PageHeader } from '@award/ui/web';
import { areaRoutes, tasksOf } from './task';

/** The start page of a signed-in area: what the person can do, each with a sentence. */
@Component({
  selector: 'app-area-home',
  imports: [Empty, PageHeader, RouterLink],
  template: `
    <div class="page flow">
      <ui-page-header [heading]="heading()" [acting]="acting()" />
      @if (tasks().length > 0) {
        <ul class="task-list">
          @for (task of tasks(); track task.path) {
            <li>
              <a class="ds-link task-list__link" [routerLink]="'./' + task.path">{{
                task.title
              }}</a>
              <p class="task-list__note">{{ task.note }}</p>
            </li>
          }
        </ul>
      } @else {
        <ui-empty
          heading="Det er ingenting du kan gjøre her nå"
          i18n-heading="@@shell.area.nothing"
        />
      }
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AreaHome {
  /** From the route's data. */
  readonly heading = input.required<string>();

  private readonly session = inject(Session);
  private readonly routes = areaRoutes();
  protected readonly tasks = computed(() => tasksOf(this.routes, this.session));
  protected readonly acting = computed(() => {
    const grant = this.session.acting();
    return grant ? actingSentence(grant) : null;
  });
}
