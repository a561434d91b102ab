import {
  ChangeDetectionStrategy,
  Component,
  computed,
  CUSTOM_ELEMENTS_SCHEMA,
  DestroyRef,
  inject,
  input,
  LOCALE_ID,
  resource,
  signal,
} from '@angular/core';
import type { FormSection } from '@award/award';
import type { MunicipalityView } from '@award/municipalities/contract';
import { ResourceState } from '@award/ui/web';
import { sectionHeading, sectionHelp } from './form-words';
import { NominationDraft } from './nomination-draft';
import { NominationsClient } from './nominations-client';

const PAUSE = 250;

/** Finds neighbour municipalities by name or number; the county is shown, since names are not unique. */
@Component({
  selector: 'nominations-neighbour-picker',
  imports: [ResourceState],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  host: { class: 'flow' },
  templateUrl: './neighbour-picker.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NeighbourPicker {
  readonly section = input.required<FormSection>();
  /** The page itself is called what the question is called. */
  readonly alone = input(false);

  private readonly client = inject(NominationsClient);
  protected readonly draft = inject(NominationDraft);
  private readonly locale = inject(LOCALE_ID);
  protected readonly heading = computed(() => sectionHeading(this.section(), this.locale));
  protected readonly help = computed(() => sectionHelp(this.section(), this.locale));
  protected readonly text = signal('');
  private readonly wanted = signal('');
  private readonly added = signal<ReadonlyMap<string, string>>(new Map());
  private timer: ReturnType<typeof setTimeout> | undefined;

  protected readonly found = resource({
    params: () => this.wanted() || undefined,
    loader: ({ params }) =>
      this.client.searchMunicipalities(params, this.draft.view()?.municipality.invented ?? false),
  });
  protected readonly matches = computed(() => {
    const taken = [this.draft.view()?.municipality.id, ...this.draft.content().neighbours];
    return this.found.hasValue()
      ? this.found.value().municipalities.filter(({ id }) => !taken.includes(id))
      : [];
  });
  protected readonly chosen = computed(() => {
    const known = new Map(
      this.draft
        .entry()
        ?.neighbours.map(({ id, name, countyName }) => [id, `${name} (${countyName})`]),
    );
    const added = this.added();
    return this.draft
      .content()
      .neighbours.map((id) => ({ id, name: added.get(id) ?? known.get(id) ?? id }));
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  protected search(text: string): void {
    this.text.set(text);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.wanted.set(text.trim()), PAUSE);
  }

  protected add({ id, name, countyName }: MunicipalityView): void {
    this.added.update((before) => new Map(before).set(id, `${name} (${countyName})`));
    this.draft.change({ neighbours: [...this.draft.content().neighbours, id] });
    this.text.set('');
    this.wanted.set('');
    void this.draft.flush();
  }

  protected remove(id: string): void {
    this.draft.change({ neighbours: this.draft.content().neighbours.filter((one) => one !== id) });
    void this.draft.flush();
  }
}
