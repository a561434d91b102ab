import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink } from '@angular/router';

@Component({
  selector: 'app-not-found-page',
  imports: [RouterLink],
  template: `
    <div class="page page--narrow flow">
      <h1 class="ds-heading" data-size="lg" tabindex="-1" i18n="@@shell.not-found.heading">
        Siden finnes ikke
      </h1>
      <p class="ds-paragraph" i18n="@@shell.not-found.text">
        Adressen kan være skrevet feil, eller siden kan ha flyttet.
      </p>
      <ul class="ds-list">
        <li>
          <a class="ds-link" routerLink="/" i18n="@@shell.not-found.front">Gå til forsiden</a>
        </li>
        <li>
          <a class="ds-link" routerLink="/kommuner" i18n="@@shell.not-found.municipalities"
            >Finn en kommune</a
          >
        </li>
        <li>
          <a class="ds-link" routerLink="/arkiv" i18n="@@shell.not-found.archive"
            >Se tidligere kåringer</a
          >
        </li>
      </ul>
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NotFoundPage {}
