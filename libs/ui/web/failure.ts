import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  inject,
  input,
  output,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { Refusal } from '@award/award';
import { bringInSight } from './in-sight';
import { wordsFor } from './refusal-words';

/** Something was refused or broke: what it was, in words, and a way to try again. */
@Component({
  selector: 'ui-failure',
  imports: [RouterLink],
  host: { class: 'state state--failure' },
  template: `
    <div class="ds-alert" data-color="danger" role="alert">
      <p class="ds-heading" data-size="2xs">{{ words() }}</p>
      <ng-content />
      @if (refusal() === 'not-signed-in') {
        <a
          class="ds-button"
          data-variant="secondary"
          data-size="sm"
          routerLink="/logg-inn"
          [queryParams]="{ til: router.url }"
          i18n="@@ui.failure.sign-in"
          >Logg inn</a
        >
      } @else if (canRetry()) {
        <button
          class="ds-button"
          data-variant="secondary"
          data-size="sm"
          (click)="retry.emit()"
          type="button"
          [attr.aria-busy]="busy() || null"
        >
          <ng-container i18n="@@ui.failure.retry">Prøv igjen</ng-container>
        </button>
      }
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Failure {
  /** The refusal's code; null when no answer came at all. */
  readonly refusal = input<Refusal | null>(null);
  readonly canRetry = input(true);
  /** It is being tried again. */
  readonly busy = input(false);
  readonly retry = output();
  /** Whoever signs in comes back here. */
  protected readonly router = inject(Router);

  constructor() {
    const { nativeElement } = inject<ElementRef<HTMLElement>>(ElementRef);
    // What cannot be tried from here is the answer to something that was pressed elsewhere on the page.
    afterNextRender(() => {
      if (!this.canRetry()) bringInSight(nativeElement);
    });
  }

  protected words(): string {
    return wordsFor(this.refusal());
  }
}
