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
import type { PartnerRowView, PartnersView } from '@award/endorsements/contract';
import { act } from '@award/nominations/web';
import {
  ConfirmDialog,
  DataTable,
  Empty,
  ErrorSummary,
  Failure,
  OsloDate,
  PageHeader,
  type Problem,
  ResourceState,
  StateTag,
  wordsFor,
} from '@award/ui/web';
import { CONTRIBUTION_WORDS, STANDING_TONES, STANDING_WORDS } from './endorsement-words';
import { EndorsementsClient } from './endorsements-client';
import { PartnerTrouble } from './partner-trouble';
import { PassOnLink } from './pass-on-link';
import {
  NO_PARTNER,
  PartnerFields,
  type PartnerFieldValues,
  partnerProblems,
} from './partner-fields';
import { SurveyFigures } from './survey-figures';

/** The municipality's partners: who has been asked, who endorses, and the ways to ask more. */
@Component({
  selector: 'endorsements-partners-page',
  imports: [
    ConfirmDialog,
    DataTable,
    Empty,
    ErrorSummary,
    Failure,
    OsloDate,
    PageHeader,
    PartnerFields,
    PartnerTrouble,
    PassOnLink,
    ResourceState,
    RouterLink,
    StateTag,
    SurveyFigures,
  ],
  templateUrl: './partners-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PartnersPage {
  private readonly client = inject(EndorsementsClient);
  private readonly session = inject(Session);
  protected readonly opened = resource({
    params: () => this.session.acting()?.id ?? null,
    loader: async () => ({ view: await this.client.mine() }),
  });
  protected readonly view = linkedSignal<PartnersView | null>(() =>
    this.opened.hasValue() ? this.opened.value().view : null,
  );
  protected readonly acting = computed(() => {
    const grant = this.session.acting();
    return grant ? actingSentence(grant) : null;
  });
  protected readonly mayAsk = computed(
    () => this.session.may('partner:ask') && this.view()?.closedBecause === null,
  );
  protected readonly closed = computed(() => {
    const refusal = this.view()?.closedBecause ?? null;
    return refusal === null ? null : wordsFor(refusal);
  });
  protected readonly standingWords = STANDING_WORDS;
  protected readonly standingTones = STANDING_TONES;
  protected readonly values = signal<PartnerFieldValues>(NO_PARTNER);
  private readonly pressed = signal(false);
  protected readonly problems = computed<Problem[]>(() =>
    this.pressed() ? partnerProblems(this.values()) : [],
  );
  protected readonly asked = signal<string | null>(null);
  protected readonly doing = act();

  protected contributed(row: PartnerRowView): string {
    return row.contributions.map((code) => CONTRIBUTION_WORDS[code]).join(', ');
  }

  protected fill(named: PartnerFieldValues): void {
    this.values.set(named);
    this.pressed.set(false);
    document.getElementById('partner-email')?.focus();
  }

  protected async ask(): Promise<void> {
    this.pressed.set(true);
    this.asked.set(null);
    const view = this.view();
    if (view === null || this.problems().length > 0) return;
    const { name, organisationNumber, email } = this.values();
    const body = { name, organisationNumber, email: email.trim(), language: view.writtenForm };
    if (!(await this.change(() => this.client.ask(view.nominationId, body)))) return;
    this.asked.set(name.trim());
    this.values.set(NO_PARTNER);
    this.pressed.set(false);
  }

  protected askAgain({ id }: PartnerRowView): Promise<boolean> {
    return this.change(() => this.client.askAgain(id));
  }

  protected async revoke({ id }: PartnerRowView, dialog: ConfirmDialog): Promise<void> {
    if (await dialog.ask()) await this.change(() => this.client.revoke(id));
  }

  /** The row's own buttons are gone: the heading above the list takes the focus that one of them had. */
  protected mended(view: PartnersView): void {
    this.view.set(view);
    setTimeout(() => document.getElementById('asked')?.focus());
  }

  protected makePassOn(): Promise<boolean> {
    const id = this.view()?.nominationId ?? '';
    return this.change(() => this.client.makePassOn(id));
  }

  protected endPassOn(): Promise<boolean> {
    const id = this.view()?.nominationId ?? '';
    return this.change(() => this.client.endPassOn(id));
  }

  private change(work: () => Promise<PartnersView>): Promise<boolean> {
    return this.doing.run(async () => this.view.set(await work()));
  }
}
