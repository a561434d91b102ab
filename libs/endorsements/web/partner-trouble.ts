import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { mayAskAgain } from '@award/award';
import type { PartnerRowView, PartnersView } from '@award/endorsements/contract';
import { troubleWords } from '@award/mail/web';
import { act, TextField } from '@award/nominations/web';
import { Failure, OsloDateTime, StateTag } from '@award/ui/web';
import { EndorsementsClient } from './endorsements-client';

/** A partner whom the mail did not reach: why, and what the municipality does about it. */
@Component({
  selector: 'endorsements-partner-trouble',
  imports: [Failure, OsloDateTime, StateTag, TextField],
  host: { class: 'flow' },
  templateUrl: './partner-trouble.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PartnerTrouble {
  readonly row = input.required<PartnerRowView>();
  readonly mayAsk = input.required<boolean>();
  readonly changed = output<PartnersView>();

  private readonly client = inject(EndorsementsClient);
  protected readonly doing = act();
  protected readonly mending = signal(false);
  protected readonly email = signal('');
  protected readonly problem = signal<string | null>(null);
  protected readonly troubleWords = troubleWords;
  protected readonly field = computed(() => `mend-${this.row().id}`);
  /** Where the link has run out, the row itself offers to ask anew. */
  protected readonly mayHelp = computed(() => {
    const { standing, undelivered } = this.row();
    return standing === 'asked' && mayAskAgain(standing, undelivered?.trouble ?? null).allowed;
  });

  protected begin(): void {
    this.email.set(this.row().email);
    this.problem.set(null);
    this.mending.set(true);
    setTimeout(() => document.getElementById(this.field())?.focus());
  }

  protected async mend(): Promise<void> {
    const email = this.email().trim().toLowerCase();
    this.problem.set(
      !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email)
        ? NEEDED
        : email === this.row().email
          ? UNCHANGED
          : null,
    );
    if (this.problem() !== null) return document.getElementById(this.field())?.focus();
    await this.change(() => this.client.mendAddress(this.row().id, { email }));
  }

  protected again(): Promise<void> {
    return this.change(() => this.client.askAgain(this.row().id));
  }

  private async change(work: () => Promise<PartnersView>): Promise<void> {
    await this.doing.run(async () => this.changed.emit(await work()));
  }
}

const NEEDED = $localize`:@@endorsements.fields.no-email:Skriv en e-postadresse, for eksempel kari@eksempel.no`;
const UNCHANGED = $localize`:@@endorsements.trouble.unchanged:Dette er adressen som ikke virket. Skriv en annen.`;
