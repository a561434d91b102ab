/** The languages of the screens, each at its own address: bokmål at the root. */
export const LANGUAGES = [
  { code: 'nb', name: 'Bokmål', prefix: '' },
  { code: 'nn', name: 'Nynorsk', prefix: '/nn' },
  { code: 'en', name: 'English', prefix: '/en' },
] as const;

/** The address of a page in a language. `path` starts with a slash and knows no language. */
export function languagePath(code: string, path: string): string {
  const prefix = LANGUAGES.find((language) => language.code === code)?.prefix ?? '';
  return `${prefix}${path}`;
}
