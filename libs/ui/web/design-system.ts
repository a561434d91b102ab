import { isPlatformBrowser } from '@angular/common';
import { DOCUMENT, inject, PLATFORM_ID } from '@angular/core';
import type { CanActivateFn } from '@angular/router';

/** The one piece of HTML that the design system writes as text, in `ds-suggestion`. */
const SUGGESTION_SLOT = '<slot name="items"></slot>';

interface TrustedTypes {
  readonly defaultPolicy: object | null;
  createPolicy(name: string, rules: { createHTML(html: string): string | null }): object;
}

const SIGNED_IN_STYLES = '/signed-in.css';

/**
 * Loads what signed-in pages have beside the public ones before the first of them opens: their
 * stylesheet, and the design system's web components (`ds-field`, `ds-error-summary`, `ds-tabs`,
 * `ds-suggestion` …). Public pages use its classes only and pay for neither.
 */
export const withDesignSystem: CanActivateFn = async () => {
  if (isPlatformBrowser(inject(PLATFORM_ID))) {
    window.dsWarnings = false;
    letSuggestionsThrough();
    await Promise.all([loadStyles(inject(DOCUMENT)), import('@digdir/designsystemet-web')]);
  }
  return true;
};

/** Without its styles a page is still readable, so a stylesheet that does not come stops nobody. */
function loadStyles(document: Document): Promise<void> {
  if (document.querySelector(`link[href="${SIGNED_IN_STYLES}"]`)) return Promise.resolve();
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = SIGNED_IN_STYLES;
  return new Promise((resolve) => {
    link.onload = link.onerror = () => resolve();
    document.head.append(link);
  });
}

/** Pages require trusted types; everything but that one constant is still refused. */
function letSuggestionsThrough(): void {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  if (!trustedTypes || trustedTypes.defaultPolicy) return;
  trustedTypes.createPolicy('default', {
    createHTML: (html) => (html === SUGGESTION_SLOT ? html : null),
  });
}
