import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Site } from '../public/public-view';

@Component({
  selector: 'app-site-footer',
  imports: [RouterLink],
  template: `
    <footer class="site-footer">
      <div class="page site-footer__inner">
        <p class="site-footer__owners" i18n="@@shell.footer.owners">
          Prisen deles ut av <a class="ds-link" href="https://www.ks.no">KS</a> og
          <a class="ds-link" href="https://www.nho.no">NHO</a>.
        </p>
        <ul class="site-footer__links">
          @if (contact(); as address) {
            <li>
              <a class="ds-link" [href]="'mailto:' + address" i18n="@@shell.footer.contact"
                >Kontakt sekretariatet</a
              >
            </li>
          }
          <li>
            <a class="ds-link" routerLink="/folg" i18n="@@shell.footer.follow">Følg kåringen</a>
          </li>
          <li>
            <a class="ds-link" routerLink="/presse" i18n="@@shell.footer.press">Presse</a>
          </li>
          <li>
            <a class="ds-link" routerLink="/apne-data" i18n="@@shell.footer.open-data">Åpne data</a>
          </li>
          <li>
            <a class="ds-link" routerLink="/tips" i18n="@@shell.footer.tip">Tips om en kommune</a>
          </li>
          <li>
            <a class="ds-link" routerLink="/personvern" i18n="@@shell.footer.privacy">Personvern</a>
          </li>
          <li>
            @if (statement(); as address) {
              <a class="ds-link" [href]="address" i18n="@@shell.footer.statement"
                >Tilgjengelighetserklæring</a
              >
            } @else {
              <a class="ds-link" routerLink="/tilgjengelighet" i18n="@@shell.footer.accessibility"
                >Tilgjengelighet</a
              >
            }
          </li>
        </ul>
      </div>
    </footer>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SiteFooter {
  private readonly site = inject(Site);
  protected readonly contact = computed(() => this.site.facts()?.contactEmail ?? null);
  protected readonly statement = computed(() => this.site.facts()?.accessibilityStatement ?? null);
}
