import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  Injector,
  input,
  LOCALE_ID,
} from '@angular/core';
import { Router, RouterLink, RouterLinkActive } from '@angular/router';
import { actingWords, homeOf, Session } from '@award/access/web';
import { takenAlong } from '../jury/device/through-device';
import { LANGUAGES, languagePath } from './languages';

/** The award's name, the way around, the language, and who one acts for. */
@Component({
  selector: 'app-site-header',
  imports: [RouterLink, RouterLinkActive],
  templateUrl: './site-header.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SiteHeader {
  readonly path = input.required<string>();

  private readonly language = inject(LOCALE_ID);
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  protected readonly session = inject(Session);

  protected readonly links = [
    { path: '/arkiv', label: $localize`:@@shell.nav.archive:Tidligere kåringer` },
    { path: '/kommuner', label: $localize`:@@shell.nav.municipalities:Kommuner` },
    { path: '/eksempler', label: $localize`:@@shell.nav.examples:Gode eksempler` },
    { path: '/juryen', label: $localize`:@@shell.nav.jury:Juryen` },
    { path: '/direkte', label: $localize`:@@shell.nav.live:Direkte` },
  ];
  protected readonly inArea = computed(() =>
    /^\/(kommune|jury|sekretariat)([/?#]|$)/.test(this.path()),
  );
  protected readonly home = computed(() => homeOf(this.session.acting()));
  protected readonly acting = computed(() => {
    const grant = this.session.acting();
    return grant ? actingWords(grant) : null;
  });
  protected readonly others = computed(() =>
    LANGUAGES.filter((language) => language.code !== this.language).map((language) => ({
      ...language,
      address: languagePath(language.code, this.path()),
    })),
  );

  protected async signOut(): Promise<void> {
    if ((await (await takenAlong(this.injector))?.leave()) === false) return;
    const goOnTo = await this.session.signOut();
    if (goOnTo) location.assign(goOnTo);
    else await this.router.navigateByUrl('/');
  }
}
