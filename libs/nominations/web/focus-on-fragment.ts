import { DestroyRef, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';

const AFTER_HEADING = 60;

/** A link to a field puts the cursor in it, after the heading has had its turn. For constructors. */
export function focusOnFragment(): void {
  const destroyed = inject(DestroyRef);
  inject(ActivatedRoute)
    .fragment.pipe(takeUntilDestroyed(destroyed))
    .subscribe((fragment) => {
      if (!fragment) return;
      const timer = setTimeout(() => {
        const field = document.getElementById(fragment);
        field?.scrollIntoView({ block: 'center' });
        field?.focus({ preventScroll: true });
      }, AFTER_HEADING);
      destroyed.onDestroy(() => clearTimeout(timer));
    });
}
