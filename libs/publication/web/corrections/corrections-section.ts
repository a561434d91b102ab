import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  type ElementRef,
  inject,
  input,
  resource,
  signal,
  viewChild,
} from '@angular/core';
import { KEYS_NEEDED } from '@award/award';
import type {
  CorrectionRequestView,
  CorrectionView,
  OpenCorrection,
} from '@award/publication/contract';
import {
  ClassMark,
  ConfirmDialog,
  InSight,
  lastKnown,
  OsloDateTime,
  readRefusal,
  ResourceState,
  StateTag,
  type Tone,
  wordsFor,
} from '@award/ui/web';
import { ReleaseClient } from '../release-client';
import type { ClassName } from '../release-item';
import { paragraphs } from '../public-words';
import { CorrectionForm } from './correction-form';
import { CorrectionRequests } from './correction-requests';
import { CorrectionsClient } from './corrections-client';
import { kindWords } from './correction-words';

const REFRESH_MS = 5000;

/** What has been told and has to be put right: what is asked for, what is under way, and the receipts. */
@Component({
  selector: 'publication-corrections',
  imports: [
    ClassMark,
    ConfirmDialog,
    CorrectionForm,
    CorrectionRequests,
    InSight,
    OsloDateTime,
    ResourceState,
    StateTag,
  ],
  templateUrl: './corrections-section.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CorrectionsSection {
  readonly editionId = input.required<string>();
  readonly classes = input.required<readonly ClassName[]>();

  private readonly client = inject(CorrectionsClient);
  private readonly releases = inject(ReleaseClient);
  private readonly dialog = viewChild.required(ConfirmDialog);
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');

  protected readonly corrections = resource({
    params: () => this.editionId(),
    loader: ({ params }) => this.client.of(params),
  });
  /** Stays while the line is cut: so does what is being written in it. */
  protected readonly view = lastKnown(this.corrections, this.editionId);
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly done = signal<string | null>(null);
  protected readonly writing = signal(false);
  protected readonly request = signal<CorrectionRequestView | null>(null);
  protected readonly kindWords = kindWords;
  protected readonly paragraphs = paragraphs;
  protected readonly releaseHeading = $localize`:@@publication.correct.ask-release-heading:Publisere rettelsen nå?`;
  protected readonly releaseYes = $localize`:@@publication.correct.release:Publiser rettelsen`;
  protected readonly giveUpHeading = $localize`:@@publication.correct.ask-give-up-heading:Gi opp rettelsen?`;
  protected readonly giveUpYes = $localize`:@@publication.correct.give-up:Gi opp rettelsen`;
  protected readonly question = signal<'release' | 'give-up'>('release');

  constructor() {
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      const timer = setInterval(() => {
        if (!this.busy() && !document.hidden) this.corrections.reload();
      }, REFRESH_MS);
      destroyed.onDestroy(() => clearInterval(timer));
    });
  }

  protected nameOf(code: string): string {
    return this.classes().find((one) => one.code === code)?.name ?? code;
  }

  protected named({ named }: CorrectionView): string {
    const entries = this.view()?.correctable.flatMap((one) => one.entries) ?? [];
    return (named ?? [])
      .map((id) => entries.find(({ nominationId }) => nominationId === id)?.municipality ?? '')
      .join(', ');
  }

  protected keys({ sealed }: CorrectionView) {
    return Array.from({ length: KEYS_NEEDED }, (_, at) => sealed?.keys[at] ?? null);
  }

  protected state({ released, sealed }: CorrectionView): { tone: Tone; words: string } {
    if (released)
      return { tone: 'success', words: $localize`:@@publication.correct.released:Rettet` };
    if (sealed && sealed.keys.length >= KEYS_NEEDED)
      return { tone: 'info', words: $localize`:@@publication.state.armed:Klar` };
    if (sealed) return { tone: 'info', words: $localize`:@@publication.state.sealed:Forseglet` };
    return { tone: 'warning', words: $localize`:@@publication.correct.waiting:Venter på teksten` };
  }

  protected write(request: CorrectionRequestView | null): void {
    this.request.set(request);
    this.writing.set(true);
  }

  protected async open(order: OpenCorrection): Promise<void> {
    if (await this.run(() => this.client.open(this.editionId(), order), OPENED)) this.close();
  }

  /** What was pressed goes away: the keyboard's place is the heading above it. */
  protected close(): void {
    this.writing.set(false);
    this.heading().nativeElement.focus();
  }

  protected seal({ id }: CorrectionView): Promise<boolean> {
    return this.run(() => this.client.seal(id), SEALED);
  }

  protected arm({ sealed }: CorrectionView): Promise<boolean> {
    return this.run(
      () => this.releases.arm(sealed?.id ?? '', { sha256: sealed?.sha256 ?? '', releaseAt: null }),
      ARMED,
    );
  }

  protected async release({ sealed }: CorrectionView): Promise<void> {
    this.question.set('release');
    if (await this.dialog().ask())
      await this.run(() => this.releases.press(this.editionId(), [sealed?.id ?? '']), RELEASED);
  }

  protected async giveUp({ id }: CorrectionView): Promise<void> {
    this.question.set('give-up');
    if (await this.dialog().ask()) await this.run(() => this.client.giveUp(id), GIVEN_UP);
  }

  protected async answer(order: { id: string; reply: string; concerns: boolean }): Promise<void> {
    const { id, reply, concerns } = order;
    if (await this.run(() => this.client.answer(id, reply, concerns), ANSWERED))
      this.heading().nativeElement.focus();
  }

  private async run(act: () => Promise<unknown>, done: string): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(true);
    this.problem.set(null);
    this.done.set(null);
    try {
      await act();
      this.done.set(done);
      return true;
    } catch (error) {
      this.problem.set(wordsFor(readRefusal(error)?.refusal ?? null));
      return false;
    } finally {
      this.busy.set(false);
      this.corrections.reload();
    }
  }
}

const OPENED = $localize`:@@publication.correct.opened:Rettelsen er åpnet. Ingenting er synlig for andre ennå.`;
const SEALED = $localize`:@@publication.correct.sealed:Rettelsen er forseglet. Nå må to personer vri om nøkkelen.`;
const ARMED = $localize`:@@publication.done.armed:Nøkkelen din er vridd om.`;
const RELEASED = $localize`:@@publication.correct.done:Rettelsen er publisert, og de som fikk vite om det som sto før, får e-post.`;
const GIVEN_UP = $localize`:@@publication.correct.given-up:Rettelsen er gitt opp. Det som er kunngjort, står.`;
const ANSWERED = $localize`:@@publication.correct.answered:Svaret er sendt til kommunen.`;
