import {
  ChangeDetectionStrategy,
  Component,
  computed,
  CUSTOM_ELEMENTS_SCHEMA,
  inject,
  input,
  linkedSignal,
  resource,
  signal,
} from '@angular/core';
import { Session } from '@award/access/web';
import { act } from '@award/nominations/web';
import { OsloDate, ResourceState, wordsFor } from '@award/ui/web';
import { EligibilityClient } from './eligibility-client';
import { ReasonField } from './reason-field';

/** Who answers for the entry of a municipality that was divided in the middle of the year. Nothing to see otherwise. */
@Component({
  selector: 'eligibility-name-successor',
  imports: [OsloDate, ReasonField, ResourceState],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  templateUrl: './name-successor.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NameSuccessor {
  readonly entryId = input.required<string>();

  private readonly client = inject(EligibilityClient);
  protected readonly mayName = inject(Session).may('nomination:reclassify');
  protected readonly opened = resource({
    params: () => this.entryId(),
    loader: ({ params }) => this.client.successors(params),
  });
  protected readonly found = computed(() =>
    this.opened.hasValue() && this.opened.value().candidates.length > 0
      ? this.opened.value()
      : null,
  );
  protected readonly others = computed(() => {
    const found = this.found();
    return (found?.candidates ?? []).filter(({ id }) => id !== found?.named?.municipalityId);
  });
  protected readonly namedName = computed(() => {
    const found = this.found();
    return found?.candidates.find(({ id }) => id === found.named?.municipalityId)?.name ?? '';
  });
  protected readonly chosen = linkedSignal(() => this.others().at(0)?.id ?? '');
  protected readonly reason = signal('');
  protected readonly problem = signal<string | null>(null);
  protected readonly naming = act();

  protected async name(): Promise<void> {
    this.problem.set(this.reason().trim() === '' ? wordsFor('reason-required') : null);
    if (this.problem() !== null) return document.getElementById('successor-reason')?.focus();
    const order = { municipalityId: this.chosen(), reason: this.reason() };
    if (await this.naming.run(() => this.client.nameSuccessor(this.entryId(), order))) {
      this.reason.set('');
      this.opened.reload();
    } else this.problem.set(wordsFor(this.naming.refused()?.code ?? null));
  }
}
