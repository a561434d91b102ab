import { computed, inject, type Signal } from '@angular/core';
import { Session } from '@award/access/web';
import type { ClassRef } from './deliberation-client';

/** The class of a page: named in the address for the secretariat, otherwise that of the acting grant. */
export function classScope(
  editionId: Signal<string | undefined>,
  classCode: Signal<string | undefined>,
): Signal<ClassRef | undefined> {
  const session = inject(Session);
  return computed(
    () => {
      const acting = session.acting();
      const edition = editionId() ?? acting?.editionId;
      const code = classCode() ?? acting?.classCode;
      return edition && code ? { editionId: edition, classCode: code } : undefined;
    },
    { equal: (a, b) => a?.editionId === b?.editionId && a?.classCode === b?.classCode },
  );
}
