type Language = 'nb' | 'nn' | 'en';

/** The language of the page, as the server calls it. */
export function languageOf(locale: string): Language {
  return locale === 'nn' || locale === 'en' ? locale : 'nb';
}

/** Where a click leaves for a provider. The server answers it, not the router. */
export function leaveAddress(provider: string, language: Language, til?: string): string {
  const query = new URLSearchParams({ language, ...(til ? { til } : {}) });
  return `/api/sign-in/openid/${encodeURIComponent(provider)}?${query.toString()}`;
}
