import {
  ChangeDetectionStrategy,
  Component,
  effect,
  type ElementRef,
  inject,
  input,
  output,
  resource,
  signal,
  viewChild,
} from '@angular/core';
import { Session } from '@award/access/web';
import { troubleWords } from '@award/mail/web';
import { ContactForm, RegisterFacts } from '@award/municipalities/web';
import type { InvitationView } from '@award/outreach/contract';
import {
  ClassMark,
  ConfirmDialog,
  Empty,
  Grouped,
  InSight,
  OsloDateTime,
  readRefusal,
  ResourceState,
  StateTag,
  wordsFor,
} from '@award/ui/web';
import { OutreachClient } from './outreach-client';
import { progressTone, progressWords } from './outreach-words';

/** One municipality beside the list: who is invited, what the register knows, and what the secretariat adds. */
@Component({
  selector: 'outreach-municipality-drawer',
  imports: [
    ClassMark,
    ConfirmDialog,
    ContactForm,
    Empty,
    Grouped,
    InSight,
    OsloDateTime,
    RegisterFacts,
    ResourceState,
    StateTag,
  ],
  templateUrl: './municipality-drawer.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MunicipalityDrawer {
  readonly editionId = input.required<string>();
  readonly municipalityId = input.required<string>();
  readonly mayInvite = input.required<boolean>();
  /** Whether the heading takes focus when a municipality is shown. */
  readonly takesFocus = input(false);
  readonly closed = output();
  readonly changed = output();
  /** The reader wants to invite an address of this municipality, which has this number. */
  readonly wanted = output<string>();

  private readonly client = inject(OutreachClient);
  private readonly session = inject(Session);
  private readonly dialog = viewChild.required(ConfirmDialog);
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');

  protected readonly detail = resource({
    params: () => ({ edition: this.editionId(), municipality: this.municipalityId() }),
    loader: ({ params }) => this.client.one(params.edition, params.municipality),
  });
  protected readonly progressWords = progressWords;
  protected readonly progressTone = progressTone;
  protected readonly troubleWords = troubleWords;
  protected readonly leaving = signal<InvitationView | null>(null);
  protected readonly refused = signal<string | null>(null);
  protected readonly mayChange = this.session.may('register:refresh');

  constructor() {
    effect(() => {
      this.municipalityId();
      if (this.takesFocus()) setTimeout(() => this.heading().nativeElement.focus());
    });
  }

  /** Says again what the server knows; called by the page after an invitation. */
  reload(): void {
    this.detail.reload();
  }

  protected async withdraw(invitation: InvitationView): Promise<void> {
    this.leaving.set(invitation);
    if (!(await this.dialog().ask())) return;
    this.refused.set(null);
    try {
      await this.client.withdraw(invitation.id);
      this.detail.reload();
      this.changed.emit();
      // The invitation is gone, and the button in it with it.
      this.heading().nativeElement.focus();
    } catch (error) {
      this.refused.set(wordsFor(readRefusal(error)?.refusal ?? null));
    }
  }
}
