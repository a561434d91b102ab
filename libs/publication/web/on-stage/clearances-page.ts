import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  resource,
  viewChild,
} from '@angular/core';
import type { ClearPerson } from '@award/publication/contract';
import {
  Breadcrumbs,
  ConfirmDialog,
  DataTable,
  Empty,
  Failure,
  OsloDateTime,
  PageHeader,
  ResourceState,
  WithYear,
} from '@award/ui/web';
import { ActRunner } from './act-runner';
import { ClearPersonForm } from './clear-person-form';
import { ClosedClasses } from './closed-classes';
import { knowsWords, partWords } from './clearance-words';
import { StagePlanClient } from './stage-plan-client';

/** The list of everyone who knows before everybody else, with name and time. */
@Component({
  selector: 'publication-clearances-page',
  imports: [
    Breadcrumbs,
    ClearPersonForm,
    ClosedClasses,
    ConfirmDialog,
    DataTable,
    Empty,
    Failure,
    OsloDateTime,
    PageHeader,
    ResourceState,
    WithYear,
  ],
  templateUrl: './clearances-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClearancesPage {
  /** From the address. */
  readonly editionId = input.required<string>();

  private readonly client = inject(StagePlanClient);
  private readonly dialog = viewChild(ConfirmDialog);
  protected readonly runner = new ActRunner();
  protected readonly list = resource({
    params: () => this.editionId(),
    loader: ({ params }) => this.client.clearances(params),
  });
  protected readonly edition = computed(() =>
    this.list.hasValue() ? this.list.value().edition : null,
  );
  protected readonly trail = [{ label: STAGE, link: '/sekretariat/scenen' }];
  protected readonly partWords = partWords;
  protected readonly knowsWords = knowsWords;

  protected async clear(person: ClearPerson): Promise<void> {
    await this.runner.run(
      async () => this.list.set(await this.client.clear(this.editionId(), person)),
      ON_LIST(person.name),
    );
  }

  protected async end(id: string, name: string): Promise<void> {
    if (!(await this.dialog()?.ask())) return;
    await this.runner.run(
      async () => this.list.set(await this.client.endClearance(this.editionId(), id)),
      OFF_LIST(name),
    );
  }
}

const STAGE = $localize`:@@publication.plan.heading:Scenen`;
const ON_LIST = (name: string) =>
  $localize`:@@publication.clearances.added:${name}:name: står på lista.`;
const OFF_LIST = (name: string) =>
  $localize`:@@publication.clearances.ended:${name}:name: er tatt av lista.`;
