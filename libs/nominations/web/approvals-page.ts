import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  linkedSignal,
  resource,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { actingSentence, Session } from '@award/access/web';
import { APPROVER_LIMITS, type Approver, APPROVERS } from '@award/award';
import { troubleWords } from '@award/mail/web';
import type { ApprovalRowView, ApprovalsView } from '@award/nominations/contract';
import {
  Empty,
  ErrorSummary,
  Failure,
  OsloDateTime,
  PageHeader,
  type Problem,
  ResourceState,
  StateTag,
  wordsFor,
} from '@award/ui/web';
import { act } from './act';
import { APPROVAL_TONES, APPROVAL_WORDS, APPROVER_WORDS } from './approval-words';
import { ApprovalsClient } from './approvals-client';
import { TextField } from './text-field';

/** The mayor and the chief executive approve by a link, if the municipality wishes. It bars nothing. */
@Component({
  selector: 'nominations-approvals-page',
  imports: [
    Empty,
    ErrorSummary,
    Failure,
    OsloDateTime,
    PageHeader,
    ResourceState,
    RouterLink,
    StateTag,
    TextField,
  ],
  templateUrl: './approvals-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ApprovalsPage {
  private readonly client = inject(ApprovalsClient);
  private readonly session = inject(Session);
  protected readonly opened = resource({
    params: () => this.session.acting()?.id ?? null,
    loader: async () => ({ view: await this.client.mine() }),
  });
  protected readonly view = linkedSignal<ApprovalsView | null>(() =>
    this.opened.hasValue() ? this.opened.value().view : null,
  );
  protected readonly acting = computed(() => {
    const grant = this.session.acting();
    return grant ? actingSentence(grant) : null;
  });
  protected readonly mayAsk = computed(
    () => this.session.may('approval:ask') && this.view()?.closedBecause === null,
  );
  protected readonly closed = computed(() => {
    const refusal = this.view()?.closedBecause ?? null;
    return refusal === null ? null : wordsFor(refusal);
  });
  protected readonly approvers = APPROVERS;
  protected readonly approverWords = APPROVER_WORDS;
  protected readonly words = APPROVAL_WORDS;
  protected readonly tones = APPROVAL_TONES;
  protected readonly troubleWords = troubleWords;
  protected readonly limits = APPROVER_LIMITS;
  protected readonly asking = signal<Approver | null>(null);
  protected readonly name = signal('');
  protected readonly email = signal('');
  private readonly pressed = signal(false);
  protected readonly problems = computed<Problem[]>(() => (this.pressed() ? this.missing() : []));
  protected readonly doing = act();

  protected rowOf(approver: Approver): ApprovalRowView | null {
    return this.view()?.approvals.find((one) => one.approver === approver) ?? null;
  }

  protected begin(approver: Approver): void {
    this.asking.set(approver);
    this.name.set('');
    this.email.set('');
    this.pressed.set(false);
  }

  protected problemOf(id: string): string | null {
    return this.problems().find((problem) => problem.id === id)?.text ?? null;
  }

  protected async ask(approver: Approver): Promise<void> {
    this.pressed.set(true);
    if (this.missing().length > 0) return;
    const body = { approver, name: this.name(), email: this.email().trim() };
    if (await this.change((view) => this.client.ask(view.nominationId, body)))
      this.asking.set(null);
  }

  protected revoke({ id }: ApprovalRowView): Promise<boolean> {
    return this.change(() => this.client.revoke(id));
  }

  protected state({ id }: ApprovalRowView, ofSubstance: boolean): Promise<boolean> {
    return this.change(({ sha256 }) => this.client.stateChange(id, { sha256, ofSubstance }));
  }

  private async change(work: (view: ApprovalsView) => Promise<ApprovalsView>): Promise<boolean> {
    const view = this.view();
    if (view === null) return false;
    const done = await this.doing.run(async () => this.view.set(await work(view)));
    if (!done && this.doing.refused()?.code === 'text-changed') this.opened.reload();
    return done;
  }

  private missing(): Problem[] {
    return [
      ...(this.name().trim() === '' ? [{ id: 'approver-name', text: NEEDED.name }] : []),
      ...(/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(this.email().trim())
        ? []
        : [{ id: 'approver-email', text: NEEDED.email }]),
    ];
  }
}

const NEEDED = {
  name: $localize`:@@nominations.approvals.need-name:Skriv navnet`,
  email: $localize`:@@nominations.approvals.need-email:Skriv en e-postadresse, for eksempel kari@kommune.no`,
};
