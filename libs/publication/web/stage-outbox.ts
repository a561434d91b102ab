/**
 * What the stage has to tell the server, in the order in which it was done. A hold that was lifted before a name was
 * shown is lifted there before the name is released, and what the hall has seen is published before the place is told:
 * who loads the page anew never stands past it.
 */
import type { Refusal } from '@award/award';
import type { ControlStage, SetStage } from '@award/publication/contract';

export type StageAct =
  | { readonly kind: 'move'; readonly to: ControlStage }
  | { readonly kind: 'set'; readonly to: SetStage }
  | { readonly kind: 'release'; readonly recordId: string }
  | { readonly kind: 'stop' };

/** `unreached`: nobody has answered, and the act is sent again. A refusal is an answer. */
export type StageAnswer = 'done' | 'unreached' | Refusal;

interface Waiting {
  readonly act: StageAct;
  readonly tell: (answer: StageAnswer) => void;
}

export class StageOutbox {
  private waiting: Waiting[] = [];
  private inHand: Waiting | null = null;

  /** `deliver` sends one act; it never throws. */
  constructor(private readonly deliver: (act: StageAct) => Promise<StageAnswer>) {}

  get empty(): boolean {
    return this.waiting.length === 0;
  }

  /** Puts the act last and sends what waits; answers what became of the first attempt. A newer place or setting replaces an unsent one that would go right before it. */
  put(act: StageAct): Promise<StageAnswer> {
    const last = this.waiting.at(-1);
    const replaces = act.kind === 'move' || act.kind === 'set';
    if (replaces && last?.act.kind === act.kind && last !== this.inHand) this.waiting.pop();
    return new Promise((tell) => {
      this.waiting.push({ act, tell });
      void this.send();
    });
  }

  /**
   * Drops what is not sent. What is on its way cannot be taken back, but is not sent again, and nothing that is put
   * after this waits for its answer.
   */
  clear(): void {
    this.waiting = [];
    this.inHand = null;
  }

  /** Sends one act after the other until one is not answered. */
  async send(): Promise<void> {
    if (this.inHand) return;
    for (let first = this.waiting[0]; first; first = this.waiting[0]) {
      this.inHand = first;
      const answer = await this.deliver(first.act);
      if (this.inHand !== first) return first.tell(answer);
      this.inHand = null;
      if (answer === 'unreached') {
        for (const { tell } of this.waiting) tell(answer);
        return;
      }
      this.waiting.shift();
      first.tell(answer);
    }
  }
}
