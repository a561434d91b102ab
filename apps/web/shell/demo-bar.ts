import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '@award/access/web';
import { Site } from '../public/public-view';

/** Says on every page that the people and entries are invented. Exists in demo mode only. */
@Component({
  selector: 'app-demo-bar',
  imports: [RouterLink],
  template: `
    @if (shown()) {
      <aside class="demo-bar" aria-label="Eksempeldata" i18n-aria-label="@@shell.demo.label">
        <div class="page demo-bar__inner">
          <p class="demo-bar__text">
            <strong i18n="@@shell.demo.mark">Eksempeldata</strong>&ngsp;<ng-container
              i18n="@@shell.demo.text"
              >Kommunene og personene i årets kåring er oppdiktet.</ng-container
            >
          </p>
          <a class="ds-link" routerLink="/logg-inn" i18n="@@shell.demo.roles">Prøv en rolle</a>
        </div>
      </aside>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DemoBar {
  private readonly session = inject(Session);
  private readonly site = inject(Site);
  protected readonly shown = computed(
    () => this.session.demo() || this.site.facts()?.demo === true,
  );
}
