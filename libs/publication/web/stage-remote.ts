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
import { moveBy, type StageKey, withReleased } from './stage-show';

const FOLLOW_MS = 1000;
const REFRESH_MS = 8000;
const RETRY_MS = 1500;
/** A press that the network has not answered by now is shown, and sent until it is answered. */
const PATIENCE_MS = 1200;

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
  private unsent = false;
  private unset: SetStage | null = null;
  private busy = false;
  private confirming = false;

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
      setInterval(() => void this.confirm(), RETRY_MS),
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
    if (move.releases !== null && !(await this.release(move.releases))) return;
    this.show(move.to);
  }

  /** Stops everything of the edition that is not out. */
  async stopAll(): Promise<void> {
    const { step } = this.control();
    if (this.place.rehearsal) return this.show({ step, blank: true, held: true });
    this.take({ ...this.control(), blank: true, held: true });
    await this.client
      .stop(this.place.editionId)
      .catch(() => this.show({ step, blank: true, held: true }));
    await this.refresh(false);
  }

  /** How long the live page waits and what the hall reads along: shown here at once, sent until it is answered. */
  async set(settings: SetStage): Promise<void> {
    this.take({ ...this.control(), ...settings });
    this.unset = settings;
    await this.sendSettings();
  }

  private async sendSettings(): Promise<void> {
    const settings = this.unset;
    if (settings === null) return;
    try {
      const { sequence } = await this.client.setStage(this.place.editionId, settings);
      if (this.unset === settings) this.unset = null;
      this.connection.set('online');
      if (!this.place.rehearsal) this.control.update((now) => ({ ...now, sequence }));
    } catch (error) {
      const refusal = readRefusal(error)?.refusal ?? null;
      if (refusal !== null) {
        this.unset = null;
        this.refused.set(refusal);
      }
      this.note(error);
    }
  }

  private show(to: ControlStage): void {
    this.take({ ...this.control(), ...to });
    this.unsent = true;
    void this.send();
  }

  private take(control: StageControlView): void {
    this.control.set(control);
    this.channel?.postMessage(control);
  }

  /** What the hall has seen is published before the place is told: who loads the page anew never stands past it. */
  private async send(): Promise<void> {
    if (this.unconfirmed().length > 0) await this.confirm();
    if (this.unconfirmed().length > 0) return;
    const { step, blank, held } = this.control();
    try {
      const answer = await this.client.move(this.place, { step, blank, held });
      this.unsent = false;
      this.connection.set('online');
      this.control.update((now) => ({ ...now, sequence: answer.sequence }));
    } catch (error) {
      this.note(error);
    }
  }

  /** Follows other screens; what is shown here and not yet sent comes first. */
  private async follow(): Promise<void> {
    if (this.unsent) return this.send();
    if (this.unset) return this.sendSettings();
    try {
      const there = await this.client.control(this.place);
      this.connection.set('online');
      if (!this.unsent && there.sequence > this.control().sequence) this.control.set(there);
      else if (!this.unset) this.settle(there);
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
    try {
      const pressed = this.client.press(this.place.editionId, [recordId]).then(
        () => null,
        (error: unknown) => readRefusal(error)?.refusal ?? 'unavailable',
      );
      const late = new Promise<'late'>((resolve) => setTimeout(() => resolve('late'), PATIENCE_MS));
      const answer = await Promise.race([pressed, late]);
      const unanswered = answer === 'late' || answer === 'unavailable';
      if (answer !== null && answer !== 'already-released' && !unanswered) {
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

  /** Sends what the hall has seen until the server knows of it. */
  private async confirm(): Promise<void> {
    if (this.confirming) return;
    this.confirming = true;
    await this.pressAgain().finally(() => (this.confirming = false));
  }

  private async pressAgain(): Promise<void> {
    for (const id of this.unconfirmed()) {
      try {
        await this.client.press(this.place.editionId, [id]);
      } catch (error) {
        const refusal = readRefusal(error)?.refusal ?? null;
        if (refusal === null || refusal === 'unavailable') return this.note(error);
        if (refusal !== 'already-released') this.refused.set(refusal);
      }
      this.unconfirmed.update((ids) => ids.filter((one) => one !== id));
    }
  }

  private note(error: unknown): void {
    if (error instanceof HttpErrorResponse && error.status === 0) this.connection.set('offline');
  }
}
