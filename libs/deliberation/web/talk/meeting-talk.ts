import {
  ChangeDetectionStrategy,
  Component,
  computed,
  CUSTOM_ELEMENTS_SCHEMA,
  inject,
  input,
  resource,
  signal,
} from '@angular/core';
import { FormsModule } from '@angular/forms';
import { type MotionVote, type Refusal, TALK_LIMITS } from '@award/award';
import type { AttendanceView, TalkAct } from '@award/deliberation/contract';
import {
  Failure,
  lastKnown,
  OsloDateTime,
  OsloTime,
  readRefusal,
  ResourceState,
  StateTag,
  TextCount,
} from '@award/ui/web';
import type { ClassRef } from '../deliberation-client';
import { readAnew } from './follow-meeting';
import { TalkClient } from './talk-client';
import { motionWords, VOTE_WORDS, VOTES } from './talk-words';

/** What is said of the entry that is shown, which entry is on the table, and the motions of the meeting. */
@Component({
  selector: 'deliberation-meeting-talk',
  imports: [Failure, FormsModule, OsloDateTime, OsloTime, ResourceState, StateTag, TextCount],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  host: { class: 'flow' },
  templateUrl: './meeting-talk.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MeetingTalk {
  readonly of = input.required<ClassRef>();
  readonly nominationId = input.required<string>();
  readonly members = input.required<readonly AttendanceView[]>();
  /** Grows when something has happened. */
  readonly changes = input.required<number>();

  private readonly client = inject(TalkClient);
  protected readonly talk = resource({
    params: () => this.of(),
    loader: ({ params }) => this.client.talk(params),
  });
  protected readonly view = lastKnown(this.talk, this.of);
  protected readonly remarks = computed(() =>
    (this.view()?.remarks ?? []).filter((one) => one.nominationId === this.nominationId()),
  );
  protected readonly onTheTable = computed(
    () => this.view()?.onTheTable?.nominationId === this.nominationId(),
  );
  protected readonly remark = signal('');
  protected readonly motion = signal('');
  protected readonly busy = signal<TalkAct | null>(null);
  protected readonly failed = signal<{ refusal: Refusal | null } | null>(null);
  protected readonly limits = TALK_LIMITS;
  protected readonly votes = VOTES;
  protected readonly voteWords = VOTE_WORDS;
  protected readonly motionWords = motionWords;

  constructor() {
    readAnew(this.changes, this.talk);
  }

  protected may(act: TalkAct): boolean {
    return this.view()?.acts[act] === null;
  }

  protected nameOf(seatId: string): string {
    return this.members().find((one) => one.seatId === seatId)?.name ?? '';
  }

  protected takeUp(): Promise<boolean> {
    const id = this.onTheTable() ? null : this.nominationId();
    return this.act('takeUp', () => this.client.takeUp(this.of(), id));
  }

  protected async say(): Promise<void> {
    const text = this.remark().trim();
    if (text === '') return;
    const done = await this.act('say', () => this.client.say(this.of(), this.nominationId(), text));
    if (done) this.remark.set('');
  }

  protected async putMotion(): Promise<void> {
    const text = this.motion().trim();
    if (text === '') return;
    if (await this.act('putMotion', () => this.client.putMotion(this.of(), text)))
      this.motion.set('');
  }

  protected vote(id: string, vote: MotionVote): Promise<boolean> {
    return this.act('voteOnMotion', () => this.client.vote(id, vote));
  }

  protected closeMotion(id: string): Promise<boolean> {
    return this.act('closeMotion', () => this.client.closeMotion(id));
  }

  private async act(act: TalkAct, work: () => Promise<unknown>): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(act);
    this.failed.set(null);
    try {
      await work();
      return true;
    } catch (error) {
      this.failed.set({ refusal: readRefusal(error)?.refusal ?? null });
      return false;
    } finally {
      this.busy.set(null);
      this.talk.reload();
    }
  }
}
