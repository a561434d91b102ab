import { computed, inject, LOCALE_ID, type Signal, signal } from '@angular/core';
import type { FormProblem } from '@award/award';
import type { NominationDraft } from './nomination-draft';
import { problemWords } from './part-words';

/** What is wrong on a page, told when a field is left; what is missing, only when one wants to go on. */
export interface ShownProblems {
  /** The words for a field, or null. */
  readonly of: (field: string) => string | null;
  readonly leave: (field: string) => void;
  readonly showMissing: () => void;
  /** All that bars sending, in the order of the form. */
  readonly all: Signal<readonly (FormProblem & { text: string })[]>;
  readonly missingShown: Signal<boolean>;
}

/** To be called in a constructor or a field initialiser: it asks for the page's language. */
export function shownProblems(draft: NominationDraft): ShownProblems {
  const locale = inject(LOCALE_ID);
  const touched = signal<ReadonlySet<string>>(new Set());
  const missingShown = signal(false);
  const all = computed(() =>
    [...draft.missing(), ...draft.faults()].map((problem) => ({
      ...problem,
      text: problemWords(problem, draft.form(), locale),
    })),
  );
  const shown = computed(() => {
    const seen = touched();
    const wanted = missingShown();
    return new Map(
      all()
        .filter(({ field, reason }) =>
          reason === 'missing' ? wanted : wanted || reason === 'too-long' || seen.has(field),
        )
        .map(({ field, text }) => [field, text]),
    );
  });
  return {
    of: (field) => shown().get(field) ?? null,
    leave: (field) => {
      touched.update((before) => new Set(before).add(field));
      void draft.flush();
    },
    showMissing: () => missingShown.set(true),
    all,
    missingShown,
  };
}
