import { ChangeDetectionStrategy, Component, computed, input, type Resource } from '@angular/core';
import { Failure } from './failure';
import { Loading } from './loading';
import { readRefusal } from './refusal-words';

/** The waiting and failing of a resource, so that a page only writes what it shows when it has come. */
@Component({
  selector: 'ui-resource-state',
  imports: [Failure, Loading],
  template: `
    @if (failed()) {
      <ui-failure [refusal]="refusal()" (retry)="again()" />
    } @else if (waiting()) {
      <ui-loading />
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ResourceState {
  readonly of = input.required<Resource<unknown> & { reload?: () => unknown }>();

  protected readonly failed = computed(() => this.of().error() !== undefined);
  protected readonly waiting = computed(() => this.of().isLoading() && !this.of().hasValue());
  protected readonly refusal = computed(() => readRefusal(this.of().error())?.refusal ?? null);

  protected again(): void {
    this.of().reload?.();
  }
}
