import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  resource,
} from '@angular/core';
import { Download, InLocale, ResourceState } from '@award/ui/web';
import { OutcomeClient } from './outcome-client';

/** The diplomas of an edition, to print and hand over. Nothing is shown before a winner is announced. */
@Component({
  selector: 'publication-diploma-list',
  imports: [Download, InLocale, ResourceState],
  template: `
    <ui-resource-state [of]="diplomas" />
    @if (lines().length > 0) {
      <section class="flow" aria-labelledby="diplomas">
        <h2 class="ds-heading" data-size="sm" id="diplomas" i18n="@@publication.diplomas.heading">
          Diplomer
        </h2>
        <p class="ds-paragraph" i18n="@@publication.diplomas.lead">
          Hvert diplom er på kommunens målform, med plass til underskrift fra KS og NHO. Kommunene
          finner sitt eget under «Resultatet».
        </p>
        <ul class="ds-list">
          @for (line of lines(); track line.nominationId) {
            <li class="flow">
              <span>
                {{ line.municipality }} ({{ line.county }}), {{ line.className | inLocale }}:
                @if (line.winner) {
                  <ng-container i18n="@@publication.diplomas.winner">vinner</ng-container>
                } @else {
                  <ng-container i18n="@@publication.diplomas.finalist">finalist</ng-container>
                }
              </span>
              <ui-download [href]="line.diploma"
                ><ng-container i18n="@@publication.diplomas.download"
                  >Last ned diplomet til {{ line.municipality }}</ng-container
                ></ui-download
              >
            </li>
          }
        </ul>
      </section>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DiplomaList {
  readonly editionId = input.required<string>();
  /** Changes when something has been released. */
  readonly released = input.required<number>();

  private readonly client = inject(OutcomeClient);
  protected readonly diplomas = resource({
    params: () => ({ editionId: this.editionId(), released: this.released() }),
    loader: ({ params }) => this.client.diplomas(params.editionId),
  });
  protected readonly lines = computed(() =>
    this.diplomas.hasValue() ? this.diplomas.value() : [],
  );
}
