import {
  ChangeDetectionStrategy,
  Component,
  computed,
  CUSTOM_ELEMENTS_SCHEMA,
  type ElementRef,
  inject,
  input,
  LOCALE_ID,
  type OnInit,
  resource,
  signal,
  viewChild,
} from '@angular/core';
import { FormsModule } from '@angular/forms';
import { Router } from '@angular/router';
import { isRefusal, type Refusal } from '@award/award';
import { ErrorSummary, type Problem, readRefusal, wordsFor } from '@award/ui/web';
import { AccessClient } from './access-client';
import { DemoRoles } from './demo-roles';
import { returnAddress } from './return-address';
import { languageOf, leaveAddress } from './leave-address';
import { homeOf } from './role-words';
import { Session } from './session';

const DIGITS = 6;

/** Signs in through the employer, or with a code sent by e-mail: the address first, then the six digits. */
@Component({
  selector: 'access-sign-in-page',
  imports: [FormsModule, ErrorSummary, DemoRoles],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  templateUrl: './sign-in-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignInPage implements OnInit {
  /** Where to go on to after signing in. */
  readonly til = input<string>();
  /** Why the sign-in elsewhere was refused. */
  readonly avvist = input<string>();
  /** Back from a sign-in elsewhere that went well. */
  readonly inne = input<string>();

  private readonly client = inject(AccessClient);
  private readonly router = inject(Router);
  private readonly language = languageOf(inject(LOCALE_ID));
  protected readonly session = inject(Session);
  private readonly codeField = viewChild<ElementRef<HTMLInputElement>>('codeField');

  private readonly found = resource({ loader: () => this.client.providers() });
  protected readonly providers = computed(() =>
    (this.found.hasValue() ? this.found.value() : []).map(({ key, name }) => ({
      name,
      address: leaveAddress(key, this.language, this.til()),
    })),
  );
  protected readonly turnedAway = computed(() => {
    const refusal = this.avvist();
    return refusal && !this.problem() ? wordsFor(isRefusal(refusal) ? refusal : null) : null;
  });
  protected readonly email = signal('');
  protected readonly code = signal('');
  protected readonly sent = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly problems = computed(() => {
    const problem = this.problem();
    return problem ? [problem] : [];
  });

  ngOnInit(): void {
    if (this.inne() && this.session.person()) void this.goOn();
  }

  protected async requestCode(): Promise<void> {
    this.email.update((email) => email.trim());
    if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(this.email())) {
      const text = $localize`:@@access.sign-in.email-needed:Skriv e-postadressen din, for eksempel kari@eksempel.no`;
      this.problem.set({ id: 'email', text });
      return;
    }
    await this.attempt('email', async () => {
      await this.client.requestCode({ email: this.email() });
      this.code.set('');
      this.sent.set(true);
      setTimeout(() => this.codeField()?.nativeElement.focus());
    });
  }

  /** Pasted codes come with spaces and words around them: only the digits count. */
  protected readCode(text: string): void {
    this.code.set(text.replace(/\D/g, '').slice(0, DIGITS));
  }

  protected async signIn(): Promise<void> {
    if (this.code().length !== DIGITS) {
      const text = $localize`:@@access.sign-in.code-needed:Skriv de seks sifrene i koden`;
      this.problem.set({ id: 'code', text });
      return;
    }
    await this.attempt('code', async () => {
      await this.client.signIn({ email: this.email(), code: this.code() });
      await this.goOn();
    });
  }

  protected startAgain(): void {
    this.sent.set(false);
    this.problem.set(null);
  }

  protected async signInAsDemo(key: string): Promise<void> {
    await this.attempt('demo', async () => {
      await this.client.signInAsDemo(key);
      await this.goOn();
    });
  }

  private async goOn(): Promise<void> {
    const me = await this.session.refresh();
    const home = me.acting === null && me.grants.length > 1 ? '/velg-rolle' : homeOf(me.acting);
    await this.router.navigateByUrl(returnAddress(this.til(), home));
  }

  private async attempt(field: string, work: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await work();
    } catch (error) {
      const refusal: Refusal | null = readRefusal(error)?.refusal ?? null;
      this.problem.set({ id: field, text: wordsFor(refusal) });
    } finally {
      this.busy.set(false);
    }
  }
}
