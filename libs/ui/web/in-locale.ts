import { inject, LOCALE_ID, Pipe, type PipeTransform } from '@angular/core';

/** A text that is kept in several languages. Bokmål is there; the others may be empty. */
export interface InLanguages {
  readonly nb?: string;
  readonly nn?: string;
  readonly en?: string;
}

/** The text in the page's language, or in bokmål where it has not been written. */
export function inLocale(text: InLanguages | null | undefined, locale: string): string {
  const own = locale === 'nn' || locale === 'en' ? text?.[locale] : text?.nb;
  return own || text?.nb || '';
}

/** A name with its year, once: the one who named it may have written the year already. */
export function withYear(name: string, year: number): string {
  return name.includes(String(year)) ? name : `${name} ${year}`;
}

@Pipe({ name: 'withYear' })
export class WithYear implements PipeTransform {
  transform(name: string, year: number): string {
    return withYear(name, year);
  }
}

@Pipe({ name: 'inLocale' })
export class InLocale implements PipeTransform {
  private readonly locale = inject(LOCALE_ID);

  transform(text: InLanguages | null | undefined): string {
    return inLocale(text, this.locale);
  }
}
