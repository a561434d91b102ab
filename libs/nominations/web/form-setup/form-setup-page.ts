import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  resource,
  signal,
} from '@angular/core';
import { Session } from '@award/access/web';
import { EditionPartNav, EditionsClient } from '@award/editions/web';
import type { EditionView } from '@award/editions/contract';
import { InLocale, PageHeader, ResourceState } from '@award/ui/web';
import { FormPreview } from './form-preview';
import { FormSetupSection } from './form-section';

/** The form of an edition: what is asked, and how it looks to those who answer. */
@Component({
  selector: 'nominations-form-setup-page',
  imports: [EditionPartNav, FormPreview, FormSetupSection, InLocale, PageHeader, ResourceState],
  templateUrl: './form-setup-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FormSetupPage {
  /** From the address. */
  readonly id = input.required<string>();

  private readonly client = inject(EditionsClient);
  private readonly session = inject(Session);
  protected readonly fetched = resource({
    params: () => this.id(),
    loader: ({ params }) => this.client.one(params),
  });
  /** The newest that is known: fetched, or as a save answered. */
  protected readonly edition = linkedSignal<EditionView | null>(() =>
    this.fetched.hasValue() ? this.fetched.value() : null,
  );
  protected readonly mayChange = computed(() => {
    const edition = this.edition();
    const inTime = edition !== null && ['planned', 'open'].includes(edition.phase);
    return inTime && !edition.asPublished && this.session.may('edition:change');
  });
  protected readonly previewed = signal(false);
}
