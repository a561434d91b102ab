import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DOCUMENT,
  inject,
  input,
  resource,
} from '@angular/core';
import {
  Breadcrumbs,
  ClassMark,
  OsloDateTime,
  PageHeader,
  ResourceState,
  WithYear,
} from '@award/ui/web';
import { CueCards } from './cue-cards';
import { StagePlanClient } from './stage-plan-client';

/** The run of show on paper, and A5 cards for whoever speaks. A winner's card is open to those who may know. */
@Component({
  selector: 'publication-run-sheet-page',
  imports: [Breadcrumbs, ClassMark, CueCards, OsloDateTime, PageHeader, ResourceState, WithYear],
  templateUrl: './run-sheet-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RunSheetPage {
  /** From the address. */
  readonly editionId = input.required<string>();

  private readonly client = inject(StagePlanClient);
  private readonly document = inject(DOCUMENT);
  protected readonly sheet = resource({
    params: () => this.editionId(),
    loader: ({ params }) => this.client.runSheet(params),
  });
  protected readonly lead = computed(() =>
    this.sheet.hasValue() ? this.sheet.value().edition : null,
  );
  protected readonly trail = [{ label: STAGE, link: '/sekretariat/scenen' }];

  /** `cards` prints the cards alone, one to a page of A5. */
  protected print(what: 'sheet' | 'cards'): void {
    const { documentElement, defaultView } = this.document;
    documentElement.setAttribute('data-print', what);
    defaultView?.print();
    documentElement.removeAttribute('data-print');
  }
}

const STAGE = $localize`:@@publication.plan.heading:Scenen`;
