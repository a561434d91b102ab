import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Session } from '@award/access/web';
import { UnsentWords } from '@award/scoring/web';
import { PageHeader } from '@award/ui/web';
import { TakenAlong } from './taken-along';

/** Before signing out of a device on which something is written and not sent. */
@Component({
  selector: 'app-device-page',
  imports: [PageHeader, RouterLink],
  template: `
    <div class="page flow">
      <ui-page-header heading="Før du logger ut" i18n-heading="@@scoring.leave.heading" />
      <p class="ds-paragraph" i18n="@@scoring.leave.unsent">
        Tekster på denne enheten som ikke er sendt: {{ waiting() }}. Når du logger ut, slettes alt
        som ligger her.
      </p>
      @if (failed()) {
        <p class="ds-alert" data-color="danger" role="alert" i18n="@@scoring.leave.failed">
          Vi fikk ikke sendt alt. Se om du er på nett, eller åpne forslaget og velg hva som skal
          gjelde.
        </p>
      }
      @if (erased()) {
        <p class="ds-alert" data-color="warning" role="alert" i18n="@@scoring.leave.erased">
          Alt er slettet fra enheten, men du er uten nett og fortsatt logget inn. Logg ut når du er
          på nett igjen.
        </p>
      }
      <p class="acts">
        <button class="ds-button" type="button" (click)="send()" [attr.aria-busy]="busy() || null">
          <ng-container i18n="@@scoring.leave.send">Send og logg ut</ng-container>
        </button>
        <button
          class="ds-button"
          data-variant="secondary"
          data-color="danger"
          type="button"
          (click)="erase()"
        >
          <ng-container i18n="@@scoring.leave.erase">Slett og logg ut</ng-container>
        </button>
        <a class="ds-link" routerLink="/jury" i18n="@@scoring.leave.back">Bli her</a>
      </p>
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DevicePage {
  private readonly along = inject(TakenAlong);
  private readonly words = inject(UnsentWords);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  protected readonly waiting = computed(() => this.words.waiting().length);
  protected readonly busy = signal(false);
  protected readonly failed = signal(false);
  protected readonly erased = signal(false);

  constructor() {
    this.words.look(this.session.person()?.id ?? '');
  }

  protected async send(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.failed.set(false);
    const gone = await this.along.leave();
    this.busy.set(false);
    if (gone) await this.signOut();
    else this.failed.set(true);
  }

  protected async erase(): Promise<void> {
    await this.along.giveUp(true);
    await this.signOut();
  }

  private async signOut(): Promise<void> {
    try {
      const goOnTo = await this.session.signOut();
      if (goOnTo) location.assign(goOnTo);
      else await this.router.navigateByUrl('/');
    } catch {
      this.erased.set(true);
    }
  }
}
