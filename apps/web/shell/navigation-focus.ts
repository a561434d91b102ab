import { isPlatformBrowser } from '@angular/common';
import { DOCUMENT, inject, Injectable, PLATFORM_ID } from '@angular/core';
import { NavigationEnd, Router } from '@angular/router';
import { filter, map, pairwise } from 'rxjs';

/**
 * After moving to another page the heading takes focus, so that a screen reader tells where one is
 * and the keyboard starts there. A change of filter or anchor on the same page moves nothing.
 */
@Injectable({ providedIn: 'root' })
export class NavigationFocus {
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);
  private readonly inBrowser = isPlatformBrowser(inject(PLATFORM_ID));
  private awaited: MutationObserver | null = null;

  start(): void {
    if (!this.inBrowser) return;
    this.router.events
      .pipe(
        filter((event) => event instanceof NavigationEnd),
        map((event) => event.urlAfterRedirects.split(/[?#]/)[0]),
        pairwise(),
        filter(([before, after]) => before !== after),
      )
      .subscribe(() => setTimeout(() => this.focusHeading()));
  }

  private focusHeading(): void {
    this.awaited?.disconnect();
    const main = this.document.getElementById('innhold');
    const heading = main?.querySelector('h1') ?? null;
    (heading ?? main)?.focus({ preventScroll: true });
    if (main && heading === null) this.awaitHeading(main);
  }

  /** Some pages know their heading only when the server has answered. Whoever has gone on meanwhile is left alone. */
  private awaitHeading(main: HTMLElement): void {
    this.awaited = new MutationObserver(() => {
      const heading = main.querySelector('h1');
      if (heading === null) return;
      this.awaited?.disconnect();
      const { activeElement, body } = this.document;
      if (activeElement === main || activeElement === body) heading.focus({ preventScroll: true });
    });
    this.awaited.observe(main, { childList: true, subtree: true });
  }
}
