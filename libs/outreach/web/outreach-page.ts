import {
  ChangeDetectionStrategy,
  Component,
  computed,
  CUSTOM_ELEMENTS_SCHEMA,
  inject,
  input,
  resource,
  signal,
  viewChild,
} from '@angular/core';
import { FormsModule } from '@angular/forms';
import { type Params, Router, RouterLink } from '@angular/router';
import { Session } from '@award/access/web';
import { phaseAllows } from '@award/award';
import { EditionsClient } from '@award/editions/web';
import type { Progress, RemindedView } from '@award/outreach/contract';
import {
  ClassMark,
  DataTable,
  Empty,
  Grouped,
  InLocale,
  InSight,
  PageHeader,
  Pager,
  ResourceState,
  StateTag,
} from '@award/ui/web';
import { CountsTable } from './counts-table';
import { InviteForm } from './invite-form';
import { MunicipalityDrawer } from './municipality-drawer';
import { ProgressMap } from './progress-map';
import { OutreachClient } from './outreach-client';
import { RemindForm } from './remind-form';
import { PROGRESS_CODES, progressTone, progressWords } from './outreach-words';

/** The municipalities of the edition: who is invited, who has come how far, and what to do about it. */
@Component({
  selector: 'outreach-page',
  imports: [
    ClassMark,
    CountsTable,
    DataTable,
    Empty,
    FormsModule,
    Grouped,
    InLocale,
    InSight,
    InviteForm,
    MunicipalityDrawer,
    PageHeader,
    Pager,
    ProgressMap,
    RemindForm,
    ResourceState,
    RouterLink,
    StateTag,
  ],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  templateUrl: './outreach-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OutreachPage {
  /** From the address. */
  readonly sok = input('', { transform: textOf });
  readonly fylke = input('', { transform: textOf });
  readonly kategori = input('', { transform: textOf });
  readonly status = input('', { transform: textOf });
  readonly etter = input('', { transform: textOf });
  readonly valgt = input('', { transform: textOf });

  private readonly editions = inject(EditionsClient);
  private readonly client = inject(OutreachClient);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly drawer = viewChild(MunicipalityDrawer);

  protected readonly edition = resource({ loader: () => this.editions.current() });
  protected readonly editionId = computed(() =>
    this.edition.hasValue() ? this.edition.value().id : undefined,
  );
  protected readonly page = resource({
    params: () => {
      const id = this.editionId();
      const progress = PROGRESS_CODES.find((code) => code === this.status());
      return id === undefined
        ? undefined
        : {
            id,
            filter: {
              search: this.sok(),
              county: this.fylke(),
              classCode: this.kategori(),
              after: this.etter(),
              ...(progress ? { progress } : {}),
            },
          };
    },
    loader: ({ params }) => this.client.list(params.id, params.filter),
  });
  protected readonly mapOpen = signal(false);
  protected readonly counts = resource({
    params: () => this.editionId(),
    loader: ({ params }) => this.client.counts(params),
  });
  protected readonly counties = computed(() => {
    const known = this.counts.hasValue() ? this.counts.value() : [];
    return [...new Map(known.map(({ countyNumber, countyName }) => [countyNumber, countyName]))];
  });
  protected readonly open = computed(() =>
    this.page.hasValue()
      ? (this.page.value().municipalities.find(({ number }) => number === this.valgt()) ?? null)
      : null,
  );
  protected readonly mayInvite = computed(
    () =>
      this.session.may('outreach:invite') &&
      this.edition.hasValue() &&
      phaseAllows(this.edition.value().phase, 'inviteMunicipalities').allowed,
  );
  protected readonly mayRemind = computed(
    () => this.mayInvite() && this.edition.hasValue() && this.edition.value().phase === 'open',
  );

  protected readonly chosen = signal<ReadonlySet<string>>(new Set());
  protected readonly allChosen = computed(() => {
    const rows = this.page.hasValue() ? this.page.value().municipalities : [];
    return rows.length > 0 && rows.every((row) => this.chosen().has(row.municipalityId));
  });
  /** The reader chose the municipality here; one who came by its address keeps the heading. */
  protected readonly byHand = signal(false);
  protected readonly inviting = signal(false);
  protected readonly reminding = signal(false);
  protected readonly busyAbove = computed(() => this.inviting() || this.reminding());
  protected readonly suggested = signal('');
  protected readonly told = signal<string | null>(null);
  protected readonly progressCodes = PROGRESS_CODES;
  protected readonly progressWords = progressWords;
  protected readonly progressTone = progressTone;

  /** A new filter begins on the first page. */
  protected filter(part: {
    sok?: string;
    fylke?: string;
    kategori?: string;
    status?: Progress | '';
  }): void {
    const queryParams = Object.fromEntries(
      Object.entries({ ...part, etter: '' }).map(([name, value]) => [name, value || null]),
    );
    this.goTo(queryParams);
  }

  /** Opens a municipality beside the list, and leaves the list where it is. */
  protected show(number: string): void {
    this.byHand.set(true);
    this.goTo({ valgt: number });
  }

  protected close(): void {
    const number = this.valgt();
    this.goTo({ valgt: null });
    setTimeout(() => document.getElementById(`row-${number}`)?.focus());
  }

  protected choose(municipalityId: string, on: boolean): void {
    this.chosen.update((chosen) => {
      const next = new Set(chosen);
      if (on) next.add(municipalityId);
      else next.delete(municipalityId);
      return next;
    });
  }

  protected chooseAll(on: boolean): void {
    const ids = this.page.hasValue()
      ? this.page.value().municipalities.map(({ municipalityId }) => municipalityId)
      : [];
    this.chosen.set(new Set(on ? ids : []));
  }

  /** Last year's addresses of the chosen ones; a municipality without one gets a line to fill in. */
  protected inviteChosen(): void {
    const rows = this.page.hasValue() ? this.page.value().municipalities : [];
    const lines = rows
      .filter(({ municipalityId }) => this.chosen().has(municipalityId))
      .flatMap(({ number, suggestions }) =>
        suggestions.length > 0
          ? suggestions.map((email) => `${number}; ${email}`)
          : [`${number}; `],
      );
    this.startInviting(lines.join('\n'));
  }

  protected startInviting(text = ''): void {
    this.told.set(null);
    this.suggested.set(text);
    this.inviting.set(true);
    setTimeout(() => document.getElementById('invite-heading')?.focus());
  }

  protected afterInviting(invited: number): void {
    this.leave();
    this.chosen.set(new Set());
    this.told.set($localize`:@@outreach.page.invited:Inviterte adresser: ${invited}:count:`);
    this.reload();
  }

  protected startReminding(): void {
    this.told.set(null);
    this.reminding.set(true);
    setTimeout(() => document.getElementById('remind-heading')?.focus());
  }

  protected afterReminding({ reminded, municipalities }: RemindedView): void {
    this.leave();
    this.told.set(
      $localize`:@@outreach.page.reminded:Minnet på fristen: ${reminded}:count: adresser i ${municipalities}:municipalities: kommuner`,
    );
    this.reload();
  }

  /** The form goes away, and the button in it with it. */
  protected leave(): void {
    this.inviting.set(false);
    this.reminding.set(false);
    document.querySelector('h1')?.focus();
  }

  protected reload(): void {
    this.page.reload();
    this.counts.reload();
    this.drawer()?.reload();
  }

  private goTo(queryParams: Params): void {
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge', scroll: 'manual' });
  }
}

/** The router says undefined for a parameter that is not in the address. */
function textOf(value: string | undefined): string {
  return value ?? '';
}
