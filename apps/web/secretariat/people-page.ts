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
import type { PersonWithRoles, RoleView, SecretariatRole } from '@award/access/contract';
import { PeopleClient, roleWords, Session } from '@award/access/web';
import { EditionsClient } from '@award/editions/web';
import {
  ConfirmDialog,
  Empty,
  ErrorSummary,
  InSight,
  OsloDate,
  PageHeader,
  type Problem,
  readRefusal,
  ResourceState,
  wordsFor,
} from '@award/ui/web';

const EVERY_EDITION = '';
const ROLES: readonly { role: SecretariatRole; note: string }[] = [
  {
    role: 'secretary',
    note: $localize`:@@people.note.secretary:Setter opp kåringen, inviterer, publiserer og gir roller`,
  },
  {
    role: 'case-officer',
    note: $localize`:@@people.note.case-officer:Inviterer kommuner og kontrollerer forslag`,
  },
  {
    role: 'release-keyholder',
    note: $localize`:@@people.note.release-keyholder:Har en nøkkel ved publisering og svarer om habilitet. Ser ingenting annet. Nøkler som kommer fra samme person, kan ikke brukes sammen.`,
  },
];

/** Who works in the secretariat, and in which role. */
@Component({
  selector: 'app-people-page',
  imports: [
    ConfirmDialog,
    Empty,
    ErrorSummary,
    FormsModule,
    InSight,
    OsloDate,
    PageHeader,
    ResourceState,
  ],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  templateUrl: './people-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PeoplePage {
  private readonly client = inject(PeopleClient);
  private readonly editionsClient = inject(EditionsClient);
  private readonly session = inject(Session);
  private readonly dialog = viewChild.required(ConfirmDialog);

  protected readonly people = resource({ loader: () => this.client.list() });
  protected readonly editions = resource({ loader: () => this.editionsClient.list() });
  protected readonly mayGive = computed(() => this.session.may('grant:give'));
  /** A role of one edition is given for that edition only. */
  protected readonly ownEdition = computed(() => this.session.acting()?.editionId ?? null);
  protected readonly choices = computed(() =>
    (this.editions.hasValue() ? this.editions.value() : []).filter(
      ({ asPublished, phase }) => !asPublished && phase !== 'archived',
    ),
  );
  protected readonly roles = ROLES;
  protected readonly roleWords = roleWords;

  protected readonly name = signal('');
  protected readonly email = signal('');
  protected readonly language = signal<'nb' | 'nn' | 'en'>('nb');
  protected readonly role = signal<SecretariatRole>('case-officer');
  protected readonly chosenEdition = signal(EVERY_EDITION);
  protected readonly problems = signal<readonly Problem[]>([]);
  protected readonly refused = signal<string | null>(null);
  protected readonly told = signal<string | null>(null);
  protected readonly busy = signal(false);
  protected readonly ending = signal<{ person: PersonWithRoles; role: RoleView } | null>(null);

  protected problemOf(id: string): string | null {
    return this.problems().find((problem) => problem.id === id)?.text ?? null;
  }

  protected async give(): Promise<void> {
    const [name, email] = [this.name().trim(), this.email().trim()];
    const problems = [
      ...(name === '' ? [{ id: 'name', text: NAME }] : []),
      ...(/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email) ? [] : [{ id: 'email', text: EMAIL }]),
    ];
    this.problems.set(problems);
    if (problems.length > 0) return;
    await this.run(async () => {
      await this.client.give({
        name,
        email,
        language: this.language(),
        role: this.role(),
        editionId: this.ownEdition() ?? (this.chosenEdition() || null),
      });
      this.name.set('');
      this.email.set('');
      this.told.set($localize`:@@people.given:${name}:name: har fått rollen og en e-post om det`);
    });
  }

  protected async end(person: PersonWithRoles, role: RoleView): Promise<void> {
    this.ending.set({ person, role });
    if (!(await this.dialog().ask())) return;
    await this.run(async () => {
      await this.client.end(role.grantId);
      this.told.set($localize`:@@people.ended:Rollen er avsluttet`);
      if (person.me) await this.session.refresh();
    });
  }

  private async run(work: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.refused.set(null);
    this.told.set(null);
    try {
      await work();
      this.people.reload();
    } catch (error) {
      const answer = readRefusal(error);
      if (answer?.fields.some(({ path }) => path === 'email'))
        this.problems.set([{ id: 'email', text: EMAIL }]);
      else this.refused.set(wordsFor(answer?.refusal ?? null));
    } finally {
      this.busy.set(false);
    }
  }
}

const NAME = $localize`:@@people.name-needed:Skriv navnet`;
const EMAIL = $localize`:@@people.email-needed:Skriv e-postadressen, for eksempel kari@eksempel.no`;
