import { HttpErrorResponse } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import type { Refusal } from '@award/award';
import type {
  ControlStage,
  SetStage,
  StageControlView,
  StageView,
} from '@award/publication/contract';
import { readRefusal } from '@award/ui/web';
import { ReleaseClient, type StagePlace } from './release-client';
import { type StageAct, type StageAnswer, StageOutbox } from './stage-outbox';
import { moveBy, type StageKey, withReleased } from './stage-show';

const FOLLOW_MS = 1000;
const REFRESH_MS = 8000;
const RETRY_MS = 1500;
/** A press that the network has not answered by now is shown, and sent until it is answered. */
const PATIENCE_MS = 1200;
/** An answer that has not come by now does not come: the line was lost without a word, and what was sent is sent anew. */
const GIVEN_UP_MS = 6000;

const START: StageControlView = {
  step: 0,
  blank: false,
  held: false,
  liveDelay: 0,
  captions: null,
  sequence: 0,
};

export type Connection = 'online' | 'offline';

/**
 * The stage as one window sees it: the show in memory, its place shared with the other windows of the
 * same computer at once and with other computers through the server. Provided by each stage page.
 */
@Injectable()
export class StageRemote {
  private readonly client = inject(ReleaseClient);
  private place: StagePlace = { editionId: '', rehearsal: false };
  private channel: BroadcastChannel | null = null;
  private timers: ReturnType<typeof setInterval>[] = [];
  private readonly outbox = new StageOutbox((act) => this.deliver(act));
  private busy = false;
  private stops = 0;

  readonly view = signal<StageView | null>(null);
  readonly control = signal<StageControlView>(START);
  readonly connection = signal<Connection>('online');
  /** Why the last press led nowhere; null when it led on. */
  readonly refused = signal<Refusal | null>(null);
  /** Loading failed before anything could be shown. */
  readonly failed = signal<Refusal | 'unknown' | null>(null);
  /** Names on the screen whose release the server has not confirmed yet. */
  readonly unconfirmed = signal<readonly string[]>([]);
  readonly ready = computed(() => this.view() !== null);

  async start(editionId: string, rehearsal: boolean): Promise<void> {
    this.place = { editionId, rehearsal };
    this.channel = new BroadcastChannel(
      `kaaring-${rehearsal ? 'rehearsal' : 'stage'}-${editionId}`,
    );
    this.channel.onmessage = ({ data }: MessageEvent<StageControlView>) => this.control.set(data);
    await this.refresh(true);
    this.timers = [
      setInterval(() => void this.follow(), FOLLOW_MS),
      setInterval(() => void this.refresh(false), REFRESH_MS),
      setInterval(() => void this.outbox.send(), RETRY_MS),
    ];
  }

  stop(): void {
    this.channel?.close();
    for (const timer of this.timers) clearInterval(timer);
  }

  /** What a key, clicker or touch does. One press at a time: a second one while a name is on its way is nothing. */
  async press(key: StageKey): Promise<void> {
    const view = this.view();
    if (view === null || this.busy) return;
    const move = moveBy(key, view, this.control());
    if (move === null) return;
    if ('refused' in move) {
      this.refused.set(move.refused);
      return;
    }
    this.refused.set(null);
    const { stops } = this;
    if (move.releases !== null && !(await this.release(move.releases))) return;
    // A stop while the name was on its way holds the screen.
    if (stops === this.stops) this.show(move.to);
  }

  /** Stops everything of the edition that is not out, also what the hall has seen and nobody else: sent until it is answered. */
  async stopAll(): Promise<void> {
    const held = { step: this.control().step, blank: true, held: true };
    if (this.place.rehearsal) return this.show(held);
    this.take({ ...this.control(), ...held });
    this.stops += 1;
    this.outbox.clear();
    this.unconfirmed.set([]);
    const stopped = this.outbox.put({ kind: 'stop' });
    // What was on its way may come there after the stop, and lift the hold.
    void this.outbox.put({ kind: 'move', to: held });
    await stopped;
    await this.refresh(false);
  }

  /** How long the live page waits and what the hall reads along: shown here at once, sent until it is answered. */
  async set(settings: SetStage): Promise<void> {
    this.take({ ...this.control(), ...settings });
    await this.outbox.put({ kind: 'set', to: settings });
  }

  private show(to: ControlStage): void {
    this.take({ ...this.control(), ...to });
    void this.outbox.put({ kind: 'move', to });
  }

  private take(control: StageControlView): void {
    this.control.set(control);
    this.channel?.postMessage(control);
  }

  private async deliver(act: StageAct): Promise<StageAnswer> {
    try {
      const answered = await inTime(this.carryOut(act));
      this.connection.set(answered ? 'online' : 'offline');
      if (!answered) return 'unreached';
    } catch (error) {
      this.note(error);
      const refusal = readRefusal(error)?.refusal ?? 'unavailable';
      if (refusal === 'unavailable') return 'unreached';
      if (act.kind === 'release' && !this.wasShown(act.recordId)) return refusal;
      this.refused.set(refusal);
      // What has been done here stays done for whoever was signed out meanwhile: it is sent again.
      if (refusal === 'not-signed-in') return 'unreached';
      this.confirmed(act);
      return refusal;
    }
    this.confirmed(act);
    return 'done';
  }

  private async carryOut(act: StageAct): Promise<void> {
    const { editionId, rehearsal } = this.place;
    if (act.kind === 'stop') return this.client.stop(editionId);
    if (act.kind === 'release') {
      await this.client.press(editionId, [act.recordId]).catch((error: unknown) => {
        if (readRefusal(error)?.refusal !== 'already-released') throw error;
      });
      return;
    }
    if (act.kind === 'move') {
      const { sequence } = await this.client.move(this.place, act.to);
      return this.control.update((now) => ({ ...now, sequence }));
    }
    const { sequence } = await this.client.setStage(editionId, act.to);
    if (!rehearsal) this.control.update((now) => ({ ...now, sequence }));
  }

  private isOlder({ sequence }: StageControlView): boolean {
    return !this.place.rehearsal && sequence < this.control().sequence;
  }

  private wasShown(recordId: string): boolean {
    return this.unconfirmed().includes(recordId);
  }

  private confirmed(act: StageAct): void {
    if (act.kind === 'release')
      this.unconfirmed.update((ids) => ids.filter((one) => one !== act.recordId));
  }

  /** Follows other screens; what is shown here and not yet sent comes first. */
  private async follow(): Promise<void> {
    if (!this.outbox.empty) return;
    try {
      const there = await this.client.control(this.place);
      this.connection.set('online');
      // What was asked for before something was done here may be answered after it.
      if (!this.outbox.empty || this.isOlder(there)) return;
      if (there.sequence > this.control().sequence) this.control.set(there);
      else this.settle(there);
    } catch (error) {
      this.note(error);
    }
  }

  /** What another computer has set: in a rehearsal it is set on the real stage, whose sequence is another. */
  private settle({ liveDelay, captions }: SetStage): void {
    const now = this.control();
    if (now.liveDelay !== liveDelay || now.captions !== captions)
      this.control.set({ ...now, liveDelay, captions });
  }

  /** Names come as they are armed. An answer that does not come leaves what is here. */
  private async refresh(first: boolean): Promise<void> {
    try {
      const view = await this.client.stage(this.place);
      this.view.set(this.unconfirmed().reduce(withReleased, view));
      if (first) this.control.set(view.control);
      this.failed.set(null);
      this.connection.set('online');
    } catch (error) {
      this.note(error);
      if (this.view() === null) this.failed.set(readRefusal(error)?.refusal ?? 'unknown');
    }
  }

  /** True when the name may be shown: released, or the network does not answer and the hall does not wait. */
  private async release(recordId: string): Promise<boolean> {
    this.busy = true;
    const { stops } = this;
    try {
      const sent = this.outbox.put({ kind: 'release', recordId });
      const late = new Promise<'late'>((resolve) => setTimeout(() => resolve('late'), PATIENCE_MS));
      const answer = await Promise.race([sent, late]);
      const unanswered = answer === 'late' || answer === 'unreached';
      if (unanswered && stops !== this.stops) return false;
      if (answer !== 'done' && !unanswered) {
        this.refused.set(answer);
        void this.refresh(false);
        return false;
      }
      if (unanswered) this.unconfirmed.update((ids) => [...ids, recordId]);
      this.view.update((view) => view && withReleased(view, recordId));
      return true;
    } finally {
      this.busy = false;
    }
  }

  private note(error: unknown): void {
    if (error instanceof HttpErrorResponse && error.status === 0) this.connection.set('offline');
  }
}

/** Whether the work was done before it was given up. */
function inTime(work: Promise<void>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout>;
  const givenUp = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), GIVEN_UP_MS);
  });
  return Promise.race([work.then(() => true), givenUp]).finally(() => clearTimeout(timer));
}
