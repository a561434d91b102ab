import {
  ChangeDetectionStrategy,
  Component,
  computed,
  CUSTOM_ELEMENTS_SCHEMA,
  type ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { FormsModule } from '@angular/forms';
import { HOUSES, type House, type Refusal, SEAT_POSITIONS, type SeatPosition } from '@award/award';
import type { SeatOfficeView } from '@award/jury/contract';
import { Failure, readRefusal } from '@award/ui/web';
import { JuryClient } from './jury-client';
import { HOUSE_WORDS, POSITION_WORDS } from './seat-words';

export type SeatAct = 'change' | 'remove' | 'stand-in' | 'stand-down';

const HEADINGS: Record<SeatAct, string> = {
  change: $localize`:@@jury.act.change-heading:Endre plassen`,
  remove: $localize`:@@jury.act.remove-heading:Ta ut av juryen`,
  'stand-in': $localize`:@@jury.act.stand-in-heading:La vara tre inn`,
  'stand-down': $localize`:@@jury.act.stand-down-heading:La vara tre tilbake`,
};
const VERBS: Record<SeatAct, string> = {
  change: $localize`:@@jury.act.change:Endre`,
  remove: $localize`:@@jury.act.remove:Ta ut`,
  'stand-in': $localize`:@@jury.act.stand-in:La vara tre inn`,
  'stand-down': $localize`:@@jury.act.stand-down:La vara tre tilbake`,
};

/** Asks what an act on a seat needs, says what it does, and does it. */
@Component({
  selector: 'jury-seat-dialog',
  imports: [Failure, FormsModule],
  templateUrl: './seat-dialog.html',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SeatDialog {
  /** All seats of the class. */
  readonly seats = input.required<readonly SeatOfficeView[]>();
  readonly frozen = input(false);
  readonly done = output();

  private readonly client = inject(JuryClient);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  protected readonly houses = HOUSES.map((code) => ({ code, words: HOUSE_WORDS[code] }));
  protected readonly roles = SEAT_POSITIONS.map((code) => ({ code, words: POSITION_WORDS[code] }));
  protected readonly act = signal<SeatAct>('change');
  protected readonly seat = signal<SeatOfficeView | null>(null);
  protected readonly house = signal<House>('KS');
  protected readonly role = signal<SeatPosition>('member');
  protected readonly forSeatId = signal('');
  protected readonly reason = signal('');
  protected readonly missing = signal<'reason' | 'member' | null>(null);
  protected readonly busy = signal(false);
  protected readonly failure = signal<{ refusal: Refusal | null } | null>(null);
  protected readonly heading = computed(() => HEADINGS[this.act()]);
  protected readonly verb = computed(() => VERBS[this.act()]);
  /** Members of the deputy's house whose place may be taken. */
  protected readonly members = computed(() =>
    this.seats().filter(
      (other) =>
        other.house === this.seat()?.house &&
        other.role !== 'deputy' &&
        other.standing === 'active',
    ),
  );
  protected readonly replaced = computed(
    () => this.seats().find((other) => other.id === this.seat()?.standsInForId)?.name ?? '',
  );

  open(seat: SeatOfficeView, act: SeatAct): void {
    this.seat.set(seat);
    this.act.set(act);
    this.house.set(seat.house);
    this.role.set(seat.role);
    this.reason.set('');
    this.missing.set(null);
    this.failure.set(null);
    this.forSeatId.set(this.members().length === 1 ? (this.members()[0]?.id ?? '') : '');
    this.dialog().nativeElement.showModal();
  }

  protected close(): void {
    this.dialog().nativeElement.close();
  }

  protected async confirm(): Promise<void> {
    const seat = this.seat();
    if (!seat || this.busy()) return;
    if (this.act() === 'stand-in' && this.forSeatId() === '') return this.missing.set('member');
    if (this.frozen() && this.reason().trim() === '') return this.missing.set('reason');
    this.busy.set(true);
    this.missing.set(null);
    this.failure.set(null);
    try {
      await this.send(seat.id);
      this.close();
      this.done.emit();
    } catch (error) {
      this.failure.set({ refusal: readRefusal(error)?.refusal ?? null });
    } finally {
      this.busy.set(false);
    }
  }

  private send(seatId: string): Promise<SeatOfficeView> {
    const why = this.frozen() ? { reason: this.reason().trim() } : {};
    switch (this.act()) {
      case 'change':
        return this.client.change(seatId, { house: this.house(), role: this.role(), ...why });
      case 'remove':
        return this.client.remove(seatId, why);
      case 'stand-in':
        return this.client.standIn(seatId, { forSeatId: this.forSeatId(), ...why });
      case 'stand-down':
        return this.client.standDown(seatId, why);
    }
  }
}
