import { NgTemplateOutlet } from '@angular/common';
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
import type { Refusal } from '@award/award';
import type { CastPaper, MeetingAct } from '@award/deliberation/contract';
import {
  Breadcrumbs,
  ClassMark,
  ConfirmDialog,
  Failure,
  InLocale,
  lastKnown,
  OsloDateTime,
  PageHeader,
  readRefusal,
  ResourceState,
  StateTag,
  wordsFor,
} from '@award/ui/web';
import { BallotPaper } from './ballot-paper';
import { BallotResult } from './ballot-result';
import { classScope } from './class-scope';
import { DecisionCard } from './decision-card';
import { DeliberationClient } from './deliberation-client';
import { type Dot, DotStrip } from './dot-strip';
import { EntryFigures } from './entry-figures';
import { entryName } from './entry-name';
import { FinalistsForm } from './finalists-form';
import { MeetingOpening } from './meeting-opening';
import { MeetingPeople } from './meeting-people';
import { DecisionInQuestion } from './moments/decision-in-question';
import { followMeeting, readAnew } from './talk/follow-meeting';
import { MeetingTalk } from './talk/meeting-talk';
import { WinnerForm } from './winner-form';
import { CONTENTION_NOTES, CONTENTION_WORDS, STAGE_TONES, STAGE_WORDS } from './words';

/** The meeting: agenda left, the entry and the decisions in the middle, the people right. */
@Component({
  selector: 'deliberation-meeting-page',
  imports: [
    BallotPaper,
    BallotResult,
    Breadcrumbs,
    ClassMark,
    ConfirmDialog,
    DecisionCard,
    DecisionInQuestion,
    DotStrip,
    EntryFigures,
    Failure,
    FinalistsForm,
    InLocale,
    MeetingOpening,
    MeetingPeople,
    MeetingTalk,
    NgTemplateOutlet,
    OsloDateTime,
    PageHeader,
    ResourceState,
    RouterLink,
    StateTag,
    WinnerForm,
  ],
  templateUrl: './meeting-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MeetingPage {
  readonly editionId = input<string>();
  readonly classCode = input<string>();
  /** From the query: the entry that is talked about. */
  readonly forslag = input<string>();

  private readonly client = inject(DeliberationClient);
  private readonly scope = classScope(this.editionId, this.classCode);
  private readonly closing = viewChild<ConfirmDialog>('closing');
  private readonly counting = viewChild<ConfirmDialog>('counting');

  protected readonly meeting = resource({
    params: () => this.scope(),
    loader: ({ params }) => this.client.meeting(params),
  });
  protected readonly ranking = resource({
    params: () => this.scope(),
    loader: ({ params }) => this.client.ranking(params),
  });
  protected readonly busy = signal<MeetingAct | null>(null);
  protected readonly failed = signal<{ act: MeetingAct; refusal: Refusal | null } | null>(null);
  protected readonly replacing = signal<'finalists' | 'winner' | null>(null);

  protected readonly contentionWords = CONTENTION_WORDS;
  protected readonly contentionNotes = CONTENTION_NOTES;
  protected readonly stageWords = STAGE_WORDS;
  protected readonly stageTones = STAGE_TONES;
  protected readonly refusalWords = wordsFor;

  protected readonly view = lastKnown(this.meeting, this.scope);
  private readonly ranked = lastKnown(this.ranking, this.scope);
  protected readonly isOpen = computed(() => {
    const meeting = this.view()?.meeting;
    return !!meeting && meeting.closedAt === null;
  });
  protected readonly fromOffice = computed(() => this.editionId() !== undefined);
  protected readonly trail = computed(() =>
    this.fromOffice()
      ? [
          {
            label: $localize`:@@deliberation.office.meetings:Jurymøter`,
            link: '/sekretariat/moter',
          },
        ]
      : [],
  );
  protected readonly selected = computed(() => {
    const agenda = this.view()?.agenda ?? [];
    return agenda.find(({ nominationId }) => nominationId === this.forslag()) ?? agenda[0] ?? null;
  });
  protected readonly selectedId = computed(() => this.selected()?.nominationId);
  protected readonly figures = computed(() => {
    const ranking = this.ranked();
    const entry = ranking?.entries.find(({ nominationId }) => nominationId === this.selectedId());
    return ranking && entry ? { ranking, entry } : null;
  });
  protected readonly openBallot = computed(
    () => this.view()?.ballots.find(({ state }) => state === 'open') ?? null,
  );
  protected readonly closedBallots = computed(
    () => this.view()?.ballots.filter(({ state }) => state === 'closed') ?? [],
  );
  protected readonly waitingFor = computed(() => {
    const { members = [] } = this.view() ?? {};
    return (this.openBallot()?.waitingFor ?? [])
      .map((id) => members.find(({ seatId }) => seatId === id)?.name ?? '')
      .join(', ');
  });

  protected readonly changes = followMeeting(this.scope);

  constructor() {
    readAnew(this.changes, this.meeting, this.ranking);
  }

  private readonly inQuestion = computed(() => {
    const { finalists, winner } = this.view() ?? {};
    return (finalists?.inQuestion ?? 0) + (winner?.inQuestion ?? 0);
  });

  /** What is due, in one sentence. */
  protected readonly next = computed(() => {
    const view = this.view();
    if (!view) return '';
    if (this.inQuestion() > 0)
      return $localize`:@@deliberation.next.in-question:Neste: Avgjør om vedtaket skal stå`;
    if (view.winner)
      return $localize`:@@deliberation.next.done:Vedtakene er forseglet. Skriv begrunnelsene.`;
    if (!this.isOpen() && view.acts.openMeeting === null)
      return $localize`:@@deliberation.next.open:Neste: Åpne møtet`;
    if (!this.isOpen()) return $localize`:@@deliberation.next.wait:Møtet er ikke åpnet ennå.`;
    if (!view.finalists) return $localize`:@@deliberation.next.finalists:Neste: Vedta finalister`;
    if (this.openBallot()) return $localize`:@@deliberation.next.vote:Neste: Stem på vinneren`;
    const last = view.ballots.at(-1);
    return last?.holds && last.result?.tie === false
      ? $localize`:@@deliberation.next.winner:Neste: Vedta vinner`
      : $localize`:@@deliberation.next.ballot:Neste: Avstemning om vinneren`;
  });

  protected name(nominationId: string): string {
    return entryName(this.view()?.entries ?? [], nominationId);
  }

  protected dots(): Dot[] {
    const { entry, ranking } = this.figures() ?? {};
    return (entry?.dots ?? []).flatMap(({ seatId, value }) => {
      const member = ranking?.members.find((one) => one.seatId === seatId);
      return member ? [{ value, house: member.house, own: member.own }] : [];
    });
  }

  protected may(act: MeetingAct): boolean {
    return this.view()?.acts[act] === null;
  }

  protected refusalOf(act: MeetingAct): Refusal | null {
    const failed = this.failed();
    return failed?.act === act ? failed.refusal : null;
  }

  protected cast(ballotId: string, paper: CastPaper): Promise<boolean> {
    return this.act('cast', () => this.client.cast(ballotId, paper));
  }

  protected async closeMeeting(): Promise<void> {
    if (await this.closing()?.ask())
      await this.act('closeMeeting', (of) => this.client.closeMeeting(of));
  }

  protected async closeBallot(id: string): Promise<void> {
    if (await this.counting()?.ask())
      await this.act('closeBallot', () => this.client.closeBallot(id));
  }

  protected async decide(kind: 'finalists' | 'winner', work: Promise<unknown>): Promise<void> {
    const act = kind === 'finalists' ? 'decideFinalists' : 'decideWinner';
    if (await this.act(act, () => work)) this.replacing.set(null);
  }

  /** One act at a time; afterwards the page shows what the server then says. */
  protected async act(
    act: MeetingAct,
    work: (of: { editionId: string; classCode: string }) => Promise<unknown>,
  ): Promise<boolean> {
    const of = this.scope();
    if (!of || this.busy()) return false;
    this.busy.set(act);
    this.failed.set(null);
    try {
      await work(of);
      return true;
    } catch (error) {
      this.failed.set({ act, refusal: readRefusal(error)?.refusal ?? null });
      return false;
    } finally {
      this.busy.set(null);
      this.meeting.reload();
      this.ranking.reload();
    }
  }

  protected readonly calls = this.client;

  protected of() {
    return this.scope() ?? { editionId: '', classCode: '' };
  }
}
