import {
  booleanAttribute,
  ChangeDetectionStrategy,
  Component,
  computed,
  input,
  type Resource,
} from '@angular/core';
import type { Refusal } from '@award/award';
import { Empty } from './empty';
import { Failure } from './failure';
import { Loading } from './loading';
import { isRefused, readRefusal } from './refusal-words';

/** Nothing is wrong: the page belongs to another part of the year. */
const NOT_NOW: readonly Refusal[] = ['wrong-phase', 'wrong-stage', 'before-opening'];

/** The waiting and failing of a resource, so that a page only writes what it shows when it has come. */
@Component({
  selector: 'ui-resource-state',
  imports: [Empty, Failure, Loading],
  template: `
    @if (part()) {
      @if (failed() && !refused()) {
        <ui-failure [refusal]="refusal()" [busy]="of().isLoading()" (retry)="again()">
          <p class="ds-paragraph" i18n="@@ui.part-missing">
            Denne delen av siden mangler til svaret kommer.
          </p>
        </ui-failure>
      }
    } @else if (notNow()) {
      <ui-empty heading="Ikke åpent nå" i18n-heading="@@ui.not-now.heading">
        <p class="ds-paragraph" i18n="@@ui.not-now.text">
          Siden åpner når kåringen er kommet så langt, og lukkes når den delen er over.
        </p>
      </ui-empty>
    } @else if (failed()) {
      <ui-failure [refusal]="refusal()" [busy]="of().isLoading()" (retry)="again()" />
    } @else if (waiting()) {
      <ui-loading />
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ResourceState {
  readonly of = input.required<Resource<unknown> & { reload?: () => unknown }>();

  /** Of something that the page can do without: nothing waits for it, and what the reader may not see is not missed. */
  readonly part = input(false, { transform: booleanAttribute });

  protected readonly failed = computed(() => this.of().error() !== undefined);
  protected readonly refused = computed(() => isRefused(this.of().error()));
  protected readonly waiting = computed(() => this.of().isLoading() && !this.of().hasValue());
  protected readonly refusal = computed(() => readRefusal(this.of().error())?.refusal ?? null);

  protected readonly notNow = computed(() => {
    const refusal = this.refusal();
    return refusal !== null && NOT_NOW.includes(refusal);
  });

  protected again(): void {
    this.of().reload?.();
  }
}
