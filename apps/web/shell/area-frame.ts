import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { Session } from '@award/access/web';
import { areaRoutes, LEADS_TO, tasksOf } from './task';

/** Around every page of a signed-in area: the tasks one can go to. */
@Component({
  selector: 'app-area-frame',
  imports: [RouterLink, RouterLinkActive, RouterOutlet],
  template: `
    @if (tasks().length > 0) {
      <nav class="area-nav" aria-label="Oppgaver" i18n-aria-label="@@shell.area.tasks">
        <ul class="page area-nav__list">
          <li>
            <a
              routerLink="."
              routerLinkActive
              #home="routerLinkActive"
              [routerLinkActiveOptions]="{ exact: true }"
              [attr.aria-current]="home.isActive ? 'page' : null"
              i18n="@@shell.area.home"
              >Oversikt</a
            >
          </li>
          @for (task of tasks(); track task.path) {
            <li>
              <a
                [routerLink]="'./' + task.path"
                routerLinkActive
                #link="routerLinkActive"
                [attr.aria-current]="link.isActive ? 'page' : null"
                >{{ task.title }}</a
              >
            </li>
          }
        </ul>
      </nav>
    }
    <router-outlet />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AreaFrame {
  private readonly session = inject(Session);
  private readonly routes = areaRoutes();
  private readonly leadsTo = inject(LEADS_TO, { optional: true }) ?? undefined;
  protected readonly tasks = computed(() => tasksOf(this.routes, this.session, this.leadsTo));
}
