import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  inject,
  viewChild,
  ViewContainerRef,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '@award/access/web';
import { Site } from '../public/public-view';

/**
 * Says on every page that the people and entries are invented, and leads around in the sample. Exists in demo mode only,
 * and only there is the script of the sample year fetched; its line is kept free for it.
 */
@Component({
  selector: 'app-demo-bar',
  imports: [RouterLink],
  template: `
    @if (shown()) {
      <aside
        class="demo-bar"
        data-script="act"
        aria-label="Eksempeldata"
        i18n-aria-label="@@shell.demo.label"
      >
        <div class="page demo-bar__inner">
          <p class="demo-bar__text">
            <strong i18n="@@shell.demo.mark">Eksempeldata</strong>&ngsp;<span
              class="demo-bar__says"
              i18n="@@shell.demo.text"
              >Kommunene og personene i årets kåring er oppdiktet.</span
            >
          </p>
          <p class="demo-bar__links">
            <a class="ds-link" routerLink="/logg-inn" i18n="@@shell.demo.roles">Prøv en rolle</a
            >&ngsp;<a class="ds-link" routerLink="/demo/post" i18n="@@shell.demo.mail">E-post</a>
          </p>
          <div class="demo-bar__year"><ng-container #year /></div>
        </div>
      </aside>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DemoBar {
  private readonly session = inject(Session);
  private readonly site = inject(Site);
  private readonly destroyed = inject(DestroyRef);
  private readonly year = viewChild('year', { read: ViewContainerRef });
  protected readonly shown = computed(
    () => this.session.demo() || this.site.facts()?.demo === true,
  );

  constructor() {
    afterRenderEffect(() => {
      const place = this.year();
      if (place) void this.fill(place);
    });
  }

  /** Without the script, the bar is what it was rendered as. */
  private async fill(place: ViewContainerRef): Promise<void> {
    const script = await import('../demo/demo-year').catch(() => null);
    if (script && place.length === 0 && !this.destroyed.destroyed)
      place.createComponent(script.DemoYear);
  }
}
