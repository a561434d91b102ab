import { inject, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';

/** The token of a personal link, which stands after `#` so that no server sees it. Null without one. */
export function linkToken(): Signal<string | null> {
  return toSignal(inject(ActivatedRoute).fragment, { initialValue: null });
}

/** With a token in a header: an address is kept in too many places. */
export function withLinkToken(token: string): { headers: Record<string, string> } {
  return { headers: { 'Link-Token': token } };
}

/** The language of the page, for mail that follows from it. */
export function screenLanguage(locale: string): 'nb' | 'nn' | 'en' {
  return locale === 'nn' || locale === 'en' ? locale : 'nb';
}
