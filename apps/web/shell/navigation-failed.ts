import { isPlatformServer } from '@angular/common';
import { inject, PLATFORM_ID } from '@angular/core';
import { type NavigationError, RedirectCommand, Router } from '@angular/router';

const RELOADED = 'kaaring.reloaded';

/**
 * A page that could not be opened. A script that is gone means that a newer release is running:
 * the address is loaded anew, once. Everything else is told on a page, with the address kept.
 */
export function navigationFailed(error: NavigationError): RedirectCommand | void {
  if (isPlatformServer(inject(PLATFORM_ID))) throw error.error;
  const router = inject(Router);
  if (isMissingScript(error.error) && sessionStorage.getItem(RELOADED) !== error.url) {
    sessionStorage.setItem(RELOADED, error.url);
    location.assign(new URL(`.${error.url}`, document.baseURI));
    return;
  }
  return new RedirectCommand(router.parseUrl('/feil'), { skipLocationChange: true });
}

function isMissingScript(error: unknown): boolean {
  return error instanceof TypeError && /import|module|fetch/i.test(error.message);
}
