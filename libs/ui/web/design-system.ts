import { inject, PLATFORM_ID } from '@angular/core';
import { isPlatformBrowser } from '@angular/common';
import type { CanActivateFn } from '@angular/router';

/**
 * Loads the design system's web components (`ds-field`, `ds-error-summary`, `ds-tabs`,
 * `ds-suggestion` …) before a route that uses them opens. Public pages use its classes only and
 * do not pay for the script.
 */
export const withDesignSystem: CanActivateFn = async () => {
  if (isPlatformBrowser(inject(PLATFORM_ID))) {
    window.dsWarnings = ngDevMode !== false;
    await import('@digdir/designsystemet-web');
  }
  return true;
};

declare const ngDevMode: unknown;
