import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  resource,
  signal,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '@award/access/web';
import type { Refusal } from '@award/award';
import { EditionsClient } from '@award/editions/web';
import type { SeatImpartialityView } from '@award/impartiality/contract';
import { ImpartialityClient } from '@award/impartiality/web';
import type { SeatChangeView, SeatOfficeView } from '@award/jury/contract';
import {
  HOUSE_WORDS,
  InviteForm,
  JuryClient,
  POSITION_WORDS,
  type SeatAct,
  SeatDialog,
  STANDING_TONES,
  STANDING_WORDS,
} from '@award/jury/web';
import type { ScoringProgressView, SeatProgressView } from '@award/scoring/contract';
import {
  ClassCoverage,
  Obstacles,
  ReadingPlan,
  ScoringClient,
  STAGE_WORDS,
} from '@award/scoring/web';
import {
  ClassMark,
  ConfirmDialog,
  DataTable,
  Empty,
  Failure,
  InLocale,
  OsloDateTime,
  PageHeader,
  readRefusal,
  ResourceState,
  StateTag,
} from '@award/ui/web';

interface Row {
  readonly seat: SeatOfficeView;
  readonly standsInFor: string | null;
  readonly impartiality: SeatImpartialityView | null;
  readonly progress: SeatProgressView | null;
}

/** The panel of one class at a time: who sits in it, how far they have come, and opening the scoring. */
@Component({
  selector: 'app-panel-page',
  imports: [
    ClassCoverage,
    ClassMark,
    ConfirmDialog,
    DataTable,
    Empty,
    Failure,
    InLocale,
    InviteForm,
    Obstacles,
    OsloDateTime,
    PageHeader,
    ReadingPlan,
    ResourceState,
    RouterLink,
    SeatDialog,
    StateTag,
  ],
  templateUrl: './panel-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PanelPage {
  /** The class, from the query. */
  readonly klasse = input<string>();

  private readonly jury = inject(JuryClient);
  private readonly impartiality = inject(ImpartialityClient);
  private readonly scoring = inject(ScoringClient);
  private readonly session = inject(Session);
  private readonly editions = inject(EditionsClient);
  private readonly opening = viewChild<ConfirmDialog>('opening');

  protected readonly houseWords = HOUSE_WORDS;
  protected readonly roleWords = POSITION_WORDS;
  protected readonly standingWords = STANDING_WORDS;
  protected readonly standingTones = STANDING_TONES;
  protected readonly busy = signal(false);
  protected readonly failure = signal<{ refusal: Refusal | null } | null>(null);
  protected readonly mayChange = computed(() => this.session.may('panel:change'));
  protected readonly mayBreakGlass = computed(() => this.session.may('sheet:break-glass'));
  protected readonly edition = resource({
    params: () => this.session.acting()?.id,
    loader: () => this.editions.current(),
  });
  protected readonly classes = computed(() =>
    this.edition.hasValue() ? (this.edition.value()?.classes ?? []) : [],
  );
  protected readonly place = computed(() => {
    const edition = this.edition.hasValue() ? this.edition.value() : null;
    const classCode =
      this.classes().find(({ code }) => code === this.klasse())?.code ?? this.classes()[0]?.code;
    return edition && classCode ? { editionId: edition.id, classCode } : undefined;
  });
  protected readonly sizeClass = computed(() =>
    this.classes().find(({ code }) => code === this.place()?.classCode),
  );
  protected readonly panel = resource({
    params: () => this.place(),
    loader: ({ params }) => this.jury.panel(params.editionId, params.classCode),
  });
  protected readonly declared = resource({
    params: () => (this.session.may('declaration:read') ? this.place() : undefined),
    loader: ({ params }) => this.impartiality.overview(params.editionId, params.classCode),
  });
  protected readonly progress = resource({
    params: () => this.place(),
    loader: ({ params }) => this.scoring.progress(params.editionId, params.classCode),
  });
  protected readonly view = computed(() => (this.panel.hasValue() ? this.panel.value() : null));
  protected readonly scored = computed(() =>
    this.progress.hasValue() ? this.progress.value() : null,
  );
  protected readonly seats = computed(() => (this.view()?.seats ?? []) as SeatOfficeView[]);
  protected readonly stage = computed(() => {
    const stage = this.view()?.stage as keyof typeof STAGE_WORDS | undefined;
    return stage ? STAGE_WORDS[stage] : '';
  });
  protected readonly rows = computed<Row[]>(() => {
    const declared = this.declared.hasValue() ? this.declared.value() : [];
    return this.seats().map((seat) => ({
      seat,
      standsInFor: this.seats().find(({ id }) => id === seat.standsInForId)?.name ?? null,
      impartiality: declared.find(({ seatId }) => seatId === seat.id) ?? null,
      progress: this.scored()?.seats.find(({ seatId }) => seatId === seat.id) ?? null,
    }));
  });

  protected actsOn(seat: SeatOfficeView): SeatAct[] {
    switch (seat.standing) {
      case 'declined':
      case 'left':
        return [];
      case 'waiting':
        return ['stand-in', 'change', 'remove'];
      case 'active':
        return seat.standsInForId ? ['stand-down', 'remove'] : ['change', 'remove'];
      case 'invited':
        return ['change', 'remove'];
      case 'replaced':
        return ['remove'];
    }
  }

  protected actWords(act: SeatAct): string {
    switch (act) {
      case 'change':
        return $localize`:@@jury.panel.change:Endre`;
      case 'remove':
        return $localize`:@@jury.panel.remove:Ta ut`;
      case 'stand-in':
        return $localize`:@@jury.panel.stand-in:La tre inn`;
      case 'stand-down':
        return $localize`:@@jury.panel.stand-down:La tre tilbake`;
    }
  }

  protected stepWords(action: SeatChangeView['action']): string {
    switch (action) {
      case 'invite':
        return $localize`:@@jury.panel.invited:Invitert`;
      case 'change':
        return $localize`:@@jury.panel.changed:Endret`;
      case 'remove':
        return $localize`:@@jury.panel.removed:Tatt ut`;
      case 'stand-in':
        return $localize`:@@jury.panel.stood-in:Har trådt inn`;
      case 'stand-down':
        return $localize`:@@jury.panel.stood-down:Har trådt tilbake`;
    }
  }

  protected reload(): void {
    this.panel.reload();
    this.declared.reload();
    this.progress.reload();
  }

  protected async open(): Promise<void> {
    const place = this.place();
    if (!place || this.busy() || !(await this.opening()?.ask())) return;
    await this.act(() => this.scoring.openScoring(place.editionId, place.classCode));
  }

  private async act(work: () => Promise<ScoringProgressView>): Promise<void> {
    this.busy.set(true);
    this.failure.set(null);
    try {
      this.progress.set(await work());
      this.panel.reload();
    } catch (error) {
      this.failure.set({ refusal: readRefusal(error)?.refusal ?? null });
      this.reload();
    } finally {
      this.busy.set(false);
    }
  }
}
