import {
  ChangeDetectionStrategy,
  Component,
  computed,
  CUSTOM_ELEMENTS_SCHEMA,
  effect,
  inject,
  input,
  resource,
  signal,
} from '@angular/core';
import { FormsModule } from '@angular/forms';
import { type Refusal, REMARK_LIMITS, type RemarkKind, type SourceKind } from '@award/award';
import { type ClassRef, HOUSE_WORDS } from '@award/deliberation/web';
import type { RemarksView, RemarkView } from '@award/justifications/contract';
import { Failure, OsloDateTime, readRefusal, ResourceState, StateTag } from '@award/ui/web';
import { JustificationsClient } from './justifications-client';

/** Comments on the text and the sources of its claims, sentence by sentence; chosen from lists, so that no mouse is needed. */
@Component({
  selector: 'justifications-remarks',
  imports: [Failure, FormsModule, OsloDateTime, ResourceState, StateTag],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  templateUrl: './remarks.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Remarks {
  readonly of = input.required<ClassRef | undefined>();
  readonly nominationId = input.required<string>();
  /** Of the saved text: with a new one the sentences are other. */
  readonly sha256 = input.required<string | null>();
  readonly lang = input.required<'nb' | 'nn'>();

  private readonly client = inject(JustificationsClient);

  protected readonly loaded = resource({
    params: () => {
      const of = this.of();
      return of ? { of, nominationId: this.nominationId(), sha256: this.sha256() } : undefined;
    },
    loader: ({ params }) => this.client.remarks(params.of, params.nominationId),
  });
  /** What was shown last stays while the next is on its way. */
  protected readonly view = signal<RemarksView | null>(null);
  protected readonly open = computed(() => this.only(({ settledAt }) => settledAt === null));
  protected readonly settled = computed(() => this.only(({ settledAt }) => settledAt !== null));
  protected readonly limits = REMARK_LIMITS;
  protected readonly houses = HOUSE_WORDS;
  protected readonly kind = signal<RemarkKind>('comment');
  protected readonly passage = signal('');
  protected readonly body = signal('');
  /** `entry`, `elsewhere`, or the seat whose assessment it is. */
  protected readonly source = signal('entry');
  protected readonly busy = signal(false);
  protected readonly failed = signal<{ refusal: Refusal | null } | null>(null);
  protected readonly ready = computed(() =>
    this.kind() === 'comment'
      ? this.body().trim() !== ''
      : this.passage() !== '' && (this.source() !== 'elsewhere' || this.body().trim() !== ''),
  );
  private key = crypto.randomUUID();

  constructor() {
    effect(() => {
      if (this.loaded.hasValue()) this.view.set(this.loaded.value());
    });
  }

  protected async write(): Promise<void> {
    const kind = this.kind();
    const chosen = this.source();
    const source: SourceKind = chosen === 'entry' || chosen === 'elsewhere' ? chosen : 'assessment';
    const done = await this.act((of) =>
      this.client.remark(
        of,
        this.nominationId(),
        {
          kind,
          passage: this.passage(),
          body: this.body(),
          source: kind === 'source' ? source : null,
          seatId: kind === 'source' && source === 'assessment' ? chosen : null,
        },
        this.key,
      ),
    );
    if (!done) return;
    this.key = crypto.randomUUID();
    this.body.set('');
    this.passage.set('');
  }

  protected settle(remark: RemarkView): Promise<boolean> {
    return this.act((of) => this.client.settleRemark(of, this.nominationId(), remark.id));
  }

  protected sourceWords(remark: RemarkView): string {
    if (remark.source === 'entry') return $localize`:@@justifications.remarks.entry:Forslaget`;
    if (remark.source === 'elsewhere') return remark.body;
    return remark.sourceName
      ? $localize`:@@justifications.remarks.assessment-of:Vurderingen til ${remark.sourceName}:name:`
      : $localize`:@@justifications.remarks.assessment:En vurdering`;
  }

  private only(wanted: (remark: RemarkView) => boolean): RemarkView[] {
    return this.view()?.remarks.filter(wanted) ?? [];
  }

  private async act(work: (of: ClassRef) => Promise<RemarksView>): Promise<boolean> {
    const of = this.of();
    if (!of || this.busy()) return false;
    this.busy.set(true);
    this.failed.set(null);
    try {
      this.view.set(await work(of));
      return true;
    } catch (error) {
      this.failed.set({ refusal: readRefusal(error)?.refusal ?? null });
      return false;
    } finally {
      this.busy.set(false);
    }
  }
}
