import {
  ChangeDetectionStrategy,
  Component,
  computed,
  CUSTOM_ELEMENTS_SCHEMA,
  inject,
  resource,
  signal,
  viewChild,
} from '@angular/core';
import { FormsModule } from '@angular/forms';
import { RouterLink } from '@angular/router';
import { actingSentence, Session } from '@award/access/web';
import type { ColleagueRole } from '@award/award';
import type { ColleagueView } from '@award/outreach/contract';
import {
  ConfirmDialog,
  ErrorSummary,
  InSight,
  OsloDate,
  OsloDateTime,
  PageHeader,
  type Problem,
  readRefusal,
  ResourceState,
  wordsFor,
} from '@award/ui/web';
import { addressWords, eventWords, RIGHT_CHOICES, rightWords } from './colleague-words';
import { ColleaguesClient } from './colleagues-client';

const NAME = $localize`:@@colleagues.name-needed:Skriv navnet`;

/** Who acts for the municipality, and what each may do. */
@Component({
  selector: 'outreach-colleagues-page',
  imports: [
    ConfirmDialog,
    ErrorSummary,
    FormsModule,
    InSight,
    OsloDate,
    OsloDateTime,
    PageHeader,
    ResourceState,
    RouterLink,
  ],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  templateUrl: './colleagues-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ColleaguesPage {
  private readonly client = inject(ColleaguesClient);
  private readonly session = inject(Session);
  private readonly dialog = viewChild.required(ConfirmDialog);

  protected readonly page = resource({ loader: () => this.client.list() });
  protected readonly mayChange = computed(() => this.session.may('colleague:change'));
  protected readonly acting = computed(() => {
    const grant = this.session.acting();
    return grant ? actingSentence(grant) : null;
  });
  protected readonly rights = RIGHT_CHOICES;
  protected readonly rightWords = rightWords;
  protected readonly eventWords = eventWords;

  protected readonly name = signal('');
  protected readonly email = signal('');
  protected readonly role = signal<ColleagueRole>('municipality-editor');
  protected readonly problems = signal<readonly Problem[]>([]);
  protected readonly refused = signal<string | null>(null);
  protected readonly told = signal<string | null>(null);
  protected readonly busy = signal(false);
  protected readonly removing = signal<ColleagueView | null>(null);

  protected problemOf(id: string): string | null {
    return this.problems().find((problem) => problem.id === id)?.text ?? null;
  }

  protected async invite(): Promise<void> {
    const [name, email] = [this.name().trim(), this.email().trim()];
    const problems = [
      ...(name === '' ? [{ id: 'name', text: NAME }] : []),
      ...(/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email)
        ? []
        : [{ id: 'email', text: addressWords('') }]),
    ];
    this.problems.set(problems);
    if (problems.length > 0) return;
    await this.run(async () => {
      await this.client.invite({ name, email, role: this.role() });
      this.name.set('');
      this.email.set('');
      this.told.set($localize`:@@colleagues.invited:${name}:name: har fått en e-post med lenke`);
    });
  }

  protected async change(colleague: ColleagueView, choice: HTMLSelectElement): Promise<void> {
    const role = choice.value as ColleagueRole;
    if (this.busy()) choice.value = colleague.role;
    await this.run(async () => {
      await this.client.change(colleague.personId, role);
      const words = rightWords(role).toLocaleLowerCase();
      this.told.set(
        $localize`:@@colleagues.changed:${colleague.name}:name: kan nå ${words}:right:`,
      );
      if (colleague.me) await this.session.refresh();
    });
    if (this.refused() !== null) choice.value = colleague.role;
  }

  protected async remove(colleague: ColleagueView): Promise<void> {
    if (this.busy()) return;
    this.removing.set(colleague);
    if (!(await this.dialog().ask())) return;
    await this.run(async () => {
      await this.client.remove(colleague.personId);
      this.told.set($localize`:@@colleagues.removed:Tilgangen er avsluttet`);
      // The row is gone, and the button in it with it.
      document.querySelector('h1')?.focus();
      if (colleague.me) await this.session.refresh();
    });
  }

  private async run(work: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.refused.set(null);
    this.told.set(null);
    try {
      await work();
      this.page.reload();
    } catch (error) {
      const answer = readRefusal(error);
      const address = answer?.fields.find(({ path }) => path === 'email');
      if (address) this.problems.set([{ id: 'email', text: addressWords(address.reason) }]);
      else this.refused.set(wordsFor(answer?.refusal ?? null));
    } finally {
      this.busy.set(false);
    }
  }
}
