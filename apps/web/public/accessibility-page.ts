import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Site } from './public-view';

@Component({
  selector: 'app-accessibility-page',
  template: `
    <article class="page page--narrow flow prose">
      <h1 class="ds-heading" data-size="xl" tabindex="-1" i18n="@@shell.accessibility.heading">
        Tilgjengelighet
      </h1>
      <p i18n="@@shell.accessibility.text">
        Alle skal kunne bruke denne løsningen. Den er laget etter WCAG 2.2 på nivå AA, med tastatur,
        skjermleser, stor tekst og uten animasjon.
      </p>
      @if (site()?.accessibilityStatement; as address) {
        <p>
          <a class="ds-link" [href]="address" i18n="@@shell.accessibility.statement"
            >Les tilgjengelighetserklæringen</a
          >
        </p>
      }
      @if (site()?.contactEmail; as address) {
        <p>
          <ng-container i18n="@@shell.accessibility.contact"
            >Møter du noe som stenger deg ute? Skriv til</ng-container
          >&ngsp;<a class="ds-link" [href]="'mailto:' + address">{{ address }}</a
          >.
        </p>
      }
    </article>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AccessibilityPage {
  protected readonly site = inject(Site).facts;
}
