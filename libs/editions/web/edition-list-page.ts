import { ChangeDetectionStrategy, Component, computed, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '@award/access/web';
import {
  DataTable,
  Empty,
  InLocale,
  OsloDate,
  PageHeader,
  ResourceState,
  StateTag,
} from '@award/ui/web';
import { phaseTone, phaseWords } from './edition-words';
import { EditionsClient } from './editions-client';

/** Every edition there is, newest first. */
@Component({
  selector: 'editions-list-page',
  imports: [DataTable, Empty, InLocale, OsloDate, PageHeader, ResourceState, RouterLink, StateTag],
  templateUrl: './edition-list-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EditionListPage {
  private readonly client = inject(EditionsClient);
  private readonly session = inject(Session);

  protected readonly editions = resource({ loader: () => this.client.list() });
  protected readonly phaseWords = phaseWords;
  protected readonly phaseTone = phaseTone;
  protected readonly mayCreate = computed(
    () => this.session.may('edition:create') && this.session.acting()?.editionId === null,
  );
}
