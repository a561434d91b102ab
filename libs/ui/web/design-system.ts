import { isPlatformBrowser } from '@angular/common';
import { inject, PLATFORM_ID } from '@angular/core';
import type { CanActivateFn } from '@angular/router';

/** The one piece of HTML that the design system writes as text, in `ds-suggestion`. */
const SUGGESTION_SLOT = '<slot name="items"></slot>';

interface TrustedTypes {
  readonly defaultPolicy: object | null;
  createPolicy(name: string, rules: { createHTML(html: string): string | null }): object;
}

/**
 * Loads the design system's web components (`ds-field`, `ds-error-summary`, `ds-tabs`,
 * `ds-suggestion` …) before a route that uses them opens. Public pages use its classes only and
 * do not pay for the script.
 */
export const withDesignSystem: CanActivateFn = async () => {
  if (isPlatformBrowser(inject(PLATFORM_ID))) {
    window.dsWarnings = false;
    letSuggestionsThrough();
    await import('@digdir/designsystemet-web');
  }
  return true;
};

/** Pages require trusted types; everything but that one constant is still refused. */
function letSuggestionsThrough(): void {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  if (!trustedTypes || trustedTypes.defaultPolicy) return;
  trustedTypes.createPolicy('default', {
    createHTML: (html) => (html === SUGGESTION_SLOT ? html : null),
  });
}
