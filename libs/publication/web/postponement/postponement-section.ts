import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  inject,
  input,
  output,
  resource,
  signal,
} from '@angular/core';
import { HttpClient } from '@angular/common/http';
import { FormsModule } from '@angular/forms';
import { firstValueFrom } from 'rxjs';
import {
  dateInOslo,
  instantInOslo,
  MOST_POSTPONEMENT_REASON,
  type Postponable,
} from '@award/award';
import type { PostponementsView, PostponementView } from '@award/publication/contract';
import {
  formatTime,
  InSight,
  lastKnown,
  OsloDateTime,
  readRefusal,
  ResourceState,
  wordsFor,
} from '@award/ui/web';
import { partWords } from '../on-stage/clearance-words';

const REFRESH_MS = 5000;

/** Another time for an announcement: one person proposes it, another confirms, and then everybody is told. */
@Component({
  selector: 'publication-postponement',
  imports: [FormsModule, InSight, OsloDateTime, ResourceState],
  templateUrl: './postponement-section.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PostponementSection {
  readonly editionId = input.required<string>();
  /** Something has been done that changes the room. */
  readonly changed = output();

  private readonly http = inject(HttpClient);
  protected readonly times = resource({
    params: () => this.editionId(),
    loader: ({ params }) =>
      firstValueFrom(this.http.get<PostponementsView>(`/api/releases/${params}/postponements`)),
  });
  /** Stays while the line is cut: so does what is being written in it. */
  protected readonly view = lastKnown(this.times, this.editionId);
  protected readonly shown = computed(() =>
    (this.view()?.postponements ?? []).filter(
      ({ propose, waiting, moved }) => propose === null || waiting !== null || moved.length > 0,
    ),
  );
  protected readonly untold = computed(() => this.view()?.untold ?? []);
  protected readonly partWords = partWords;
  protected readonly writing = signal<Postponable | null>(null);
  protected readonly date = signal('');
  protected readonly time = signal('');
  protected readonly reason = signal('');
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly done = signal<string | null>(null);
  protected readonly most = MOST_POSTPONEMENT_REASON;
  protected readonly to = computed(() => {
    const clock = /^(\d{2}):(\d{2})/.exec(this.time());
    return /^\d{4}-\d{2}-\d{2}$/.test(this.date()) && clock
      ? instantInOslo(this.date(), Number(clock[1]), Number(clock[2])).toISOString()
      : null;
  });

  constructor() {
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      const timer = setInterval(() => {
        if (!this.busy() && !document.hidden) this.times.reload();
      }, REFRESH_MS);
      destroyed.onDestroy(() => clearInterval(timer));
    });
  }

  protected nameOf(field: Postponable): string {
    return field === 'finalistsAt'
      ? $localize`:@@publication.postpone.finalists:Finalistene`
      : $localize`:@@publication.postpone.winners:Vinnerne`;
  }

  protected begin({ field, at }: PostponementView): void {
    this.writing.set(field);
    this.date.set(at ? dateInOslo(new Date(at)) : '');
    this.time.set(at ? formatTime(at, 'en') : '');
    this.reason.set('');
    this.tried.set(false);
  }

  protected async propose(field: Postponable): Promise<void> {
    this.tried.set(true);
    const to = this.to();
    if (to === null || this.reason().trim() === '') return;
    const order = { field, to, reason: this.reason().trim() };
    if (await this.post(`/api/releases/${this.editionId()}/postponements`, order, PROPOSED))
      this.writing.set(null);
  }

  protected confirm({ waiting }: PostponementView): Promise<boolean> {
    const { id = '', to = '' } = waiting ?? {};
    return this.post(`/api/releases/postponements/${id}/confirm`, { to }, CONFIRMED);
  }

  protected giveUp({ waiting }: PostponementView): Promise<boolean> {
    return this.post(`/api/releases/postponements/${waiting?.id ?? ''}/give-up`, {}, GIVEN_UP);
  }

  private async post(address: string, body: object, done: string): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(true);
    this.problem.set(null);
    this.done.set(null);
    try {
      await firstValueFrom(this.http.post(address, body));
      this.done.set(done);
      return true;
    } catch (error) {
      this.problem.set(wordsFor(readRefusal(error)?.refusal ?? null));
      return false;
    } finally {
      this.busy.set(false);
      this.times.reload();
      this.changed.emit();
    }
  }
}

const PROPOSED = $localize`:@@publication.postpone.proposed:Den gamle tiden er tatt av. Den nye gjelder når en annen har bekreftet den.`;
const CONFIRMED = $localize`:@@publication.postpone.confirmed:Den nye tiden gjelder. Alle som er klarert, alle som venter, og alle som følger, får e-post. Vri om nøklene på nytt.`;
const GIVEN_UP = $localize`:@@publication.postpone.given-up:Forslaget er trukket. Det som gikk av seg selv, må få en tid på nytt.`;
