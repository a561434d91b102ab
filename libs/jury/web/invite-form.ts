import {
  ChangeDetectionStrategy,
  Component,
  CUSTOM_ELEMENTS_SCHEMA,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { FormsModule } from '@angular/forms';
import { HOUSES, type House, type Refusal, SEAT_POSITIONS, type SeatPosition } from '@award/award';
import type { SeatOfficeView } from '@award/jury/contract';
import { ErrorSummary, Failure, type Problem, readRefusal } from '@award/ui/web';
import { JuryClient } from './jury-client';
import { HOUSE_WORDS, POSITION_WORDS } from './seat-words';

const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Invites one person to a seat in the class's panel. */
@Component({
  selector: 'jury-invite-form',
  imports: [ErrorSummary, Failure, FormsModule],
  templateUrl: './invite-form.html',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InviteForm {
  readonly editionId = input.required<string>();
  readonly classCode = input.required<string>();
  readonly frozen = input(false);
  readonly invited = output<SeatOfficeView>();

  private readonly client = inject(JuryClient);
  protected readonly houses = HOUSES.map((code) => ({ code, words: HOUSE_WORDS[code] }));
  protected readonly roles = SEAT_POSITIONS.map((code) => ({ code, words: POSITION_WORDS[code] }));
  protected readonly name = signal('');
  protected readonly email = signal('');
  protected readonly house = signal<House | null>(null);
  protected readonly role = signal<SeatPosition>('member');
  protected readonly language = signal<'nb' | 'nn' | 'en'>('nb');
  protected readonly reason = signal('');
  protected readonly busy = signal(false);
  protected readonly done = signal<string | null>(null);
  protected readonly problems = signal<readonly Problem[]>([]);
  protected readonly failure = signal<{ refusal: Refusal | null } | null>(null);

  protected textOf(id: string): string | null {
    return this.problems().find((problem) => problem.id === id)?.text ?? null;
  }

  protected async invite(): Promise<void> {
    const house = this.house();
    this.problems.set(this.faults());
    this.failure.set(null);
    this.done.set(null);
    if (this.problems().length > 0 || this.busy() || house === null) return;
    this.busy.set(true);
    try {
      const seat = await this.client.invite(this.editionId(), this.classCode(), {
        name: this.name().trim(),
        email: this.email().trim(),
        house,
        role: this.role(),
        language: this.language(),
        ...(this.frozen() ? { reason: this.reason() } : {}),
      });
      this.done.set(seat.name);
      this.name.set('');
      this.email.set('');
      this.reason.set('');
      this.role.set('member');
      this.invited.emit(seat);
    } catch (error) {
      this.failure.set({ refusal: readRefusal(error)?.refusal ?? null });
    } finally {
      this.busy.set(false);
    }
  }

  private faults(): Problem[] {
    return [
      ...when(
        this.name().trim() === '',
        'invite-name',
        $localize`:@@jury.invite.name-missing:Skriv navnet`,
      ),
      ...when(
        !ADDRESS.test(this.email().trim()),
        'invite-email',
        $localize`:@@jury.invite.email-missing:Skriv en e-postadresse, som navn@ks.no`,
      ),
      ...when(
        this.house() === null,
        'invite-house-KS',
        $localize`:@@jury.invite.house-missing:Velg hvem medlemmet kommer fra`,
      ),
      ...when(
        this.frozen() && this.reason().trim() === '',
        'invite-reason',
        $localize`:@@jury.invite.reason-missing:Skriv hvorfor juryen endres nå`,
      ),
    ];
  }
}

function when(holds: boolean, id: string, text: string): Problem[] {
  return holds ? [{ id, text }] : [];
}
