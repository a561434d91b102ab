import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { homeOf, Session } from '@award/access/web';
import { NoRight } from '@award/ui/web';

@Component({
  selector: 'app-no-right-page',
  imports: [NoRight, RouterLink],
  template: `
    <div class="page page--narrow">
      <ui-no-right>
        <ul class="ds-list">
          @if (session.me().grants.length > 1) {
            <li>
              <a class="ds-link" routerLink="/velg-rolle" i18n="@@shell.no-right.switch"
                >Bytt rolle</a
              >
            </li>
          }
          <li>
            <a class="ds-link" [routerLink]="home()" i18n="@@shell.no-right.home"
              >Gå til startsiden din</a
            >
          </li>
        </ul>
      </ui-no-right>
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NoRightPage {
  protected readonly session = inject(Session);

  protected home(): string {
    return homeOf(this.session.acting());
  }
}
