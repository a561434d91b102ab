import { Location } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  inject,
  LOCALE_ID,
  signal,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterOutlet } from '@angular/router';
import { filter } from 'rxjs';
import { DemoBar } from './demo-bar';
import { languagePath } from './languages';
import { SiteFooter } from './site-footer';
import { SiteHeader } from './site-header';

/** Around every page but the stage. */
@Component({
  selector: 'app-shell',
  imports: [DemoBar, RouterOutlet, SiteFooter, SiteHeader],
  template: `
    <a
      class="ds-skip-link"
      [attr.href]="address() + '#innhold'"
      (click)="skip($event)"
      i18n="@@shell.skip"
      >Hopp til innholdet</a
    >
    <app-demo-bar />
    <app-site-header [path]="whole()" />
    <main id="innhold" tabindex="-1"><router-outlet /></main>
    <app-site-footer />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Shell {
  private readonly location = inject(Location);
  private readonly document = inject(DOCUMENT);
  private readonly language = inject(LOCALE_ID);
  /** The address that the browser shows, without language and anchor. */
  protected readonly path = signal(this.location.path() || '/');
  /** With its anchor, which is what a personal link opens by: the same page in another language needs it too. */
  protected readonly whole = signal(this.location.path(true) || '/');

  constructor() {
    inject(Router)
      .events.pipe(
        filter((event) => event instanceof NavigationEnd),
        takeUntilDestroyed(),
      )
      .subscribe(() => {
        this.path.set(this.location.path() || '/');
        this.whole.set(this.location.path(true) || '/');
      });
  }

  /** With `<base href>` a bare anchor would lead to the front page. */
  protected address(): string {
    return languagePath(this.language, this.path());
  }

  protected skip(event: Event): void {
    event.preventDefault();
    this.document.getElementById('innhold')?.focus();
  }
}
