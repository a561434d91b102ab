import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { GrantView } from '@award/access/contract';
import type { Refusal } from '@award/award';
import { Empty, Failure, readRefusal } from '@award/ui/web';
import { returnAddress } from './return-address';
import { actingWords, homeOf, roleWords } from './role-words';
import { Session, sideOf } from './session';

/** Who do you want to act for: one session acts in one grant at a time. */
@Component({
  selector: 'access-choose-role-page',
  imports: [Empty, Failure, RouterLink],
  template: `
    <div class="page page--narrow flow">
      <h1 class="ds-heading" data-size="lg" tabindex="-1" i18n="@@access.choose.heading">
        Hvem vil du gjøre noe på vegne av?
      </h1>
      @if (failed()) {
        <ui-failure [refusal]="refusal()" [canRetry]="false" />
      }
      <ul class="choices">
        @for (choice of choices(); track choice.grant.id) {
          <li>
            <button
              class="ds-button choices__button"
              data-variant="secondary"
              type="button"
              [attr.aria-current]="choice.current ? 'true' : null"
              (click)="choose(choice.grant)"
            >
              <span class="choices__name">{{ choice.name }}</span>
              <span class="choices__note">{{ choice.note }}</span>
            </button>
          </li>
        } @empty {
          <li>
            <ui-empty heading="Du har ingen rolle ennå" i18n-heading="@@access.choose.none">
              <p class="ds-paragraph" i18n="@@access.choose.none-help">
                Ta kontakt med sekretariatet, så gir de deg tilgang.
              </p>
            </ui-empty>
          </li>
        }
      </ul>
      <p>
        <a class="ds-link" routerLink="/innlogging" i18n="@@access.identities.title"
          >Slik logger du inn</a
        >
      </p>
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChooseRolePage {
  /** Where the person was going. */
  readonly til = input<string>();

  private readonly session = inject(Session);
  private readonly router = inject(Router);
  protected readonly failed = signal(false);
  protected readonly refusal = signal<Refusal | null>(null);
  protected readonly choices = computed(() =>
    this.session.me().grants.map((grant) => ({
      grant,
      name: actingWords(grant),
      note: noteOf(grant),
      current: grant.id === this.session.acting()?.id,
    })),
  );

  protected async choose(grant: GrantView): Promise<void> {
    this.failed.set(false);
    try {
      await this.session.actAs(grant.id);
      const home = homeOf(grant);
      const wanted = returnAddress(this.til(), home);
      await this.router.navigateByUrl(wanted.startsWith(home) ? wanted : home);
    } catch (error) {
      this.refusal.set(readRefusal(error)?.refusal ?? null);
      this.failed.set(true);
    }
  }
}

function noteOf(grant: GrantView): string {
  const parts = [
    sideOf(grant) === 'municipality' ? roleWords(grant.role) : null,
    grant.editionYear === null
      ? null
      : $localize`:@@access.choose.edition:Kåringen ${grant.editionYear}:year:`,
  ];
  return parts.filter((part) => part !== null).join(' · ');
}
