import { linkedSignal, type Resource, type Signal } from '@angular/core';
import { isRefused } from './refusal-words';

/**
 * What a resource showed last: kept while the line is cut, the server is in trouble and it is asked again, so that
 * nothing that is being written on the page is lost. Gone as soon as the server refuses it, and when it is about
 * something else: `about` changes with what is asked for.
 */
export function lastKnown<T>(
  shown: Resource<T | undefined>,
  about: Signal<unknown>,
): Signal<T | null> {
  return linkedSignal<Answer<T>, T | null>({
    source: () => ({
      about: about(),
      value: shown.hasValue() ? ((shown.value() as T | undefined) ?? null) : null,
      refused: isRefused(shown.error()),
    }),
    computation: (now, before) => {
      if (now.value !== null || now.refused) return now.value;
      return before !== undefined && before.source.about === now.about ? before.value : null;
    },
  }).asReadonly();
}

interface Answer<T> {
  about: unknown;
  value: T | null;
  refused: boolean;
}
