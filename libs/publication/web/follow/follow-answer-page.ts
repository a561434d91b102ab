import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { readRefusal, wordsFor } from '@award/ui/web';
import { FollowClient } from './follow-client';

/** Where the links in the mails lead: opening does nothing, the button does. */
@Component({
  selector: 'publication-follow-answer-page',
  imports: [RouterLink],
  template: `
    <div class="page page--narrow flow">
      <h1 class="ds-heading" data-size="lg" tabindex="-1">{{ words().heading }}</h1>
      <div class="flow" aria-live="polite">
        @if (done()) {
          <p class="ds-paragraph">{{ words().done }}</p>
          <p>
            <a class="ds-link" routerLink="/" i18n="@@publication.follow.front">Til forsiden</a>
          </p>
        } @else {
          <p class="ds-paragraph">{{ words().lead }}</p>
          @if (problem(); as text) {
            <p class="ds-validation-message">{{ text }}</p>
          }
          <p>
            <button
              class="ds-button"
              type="button"
              [attr.aria-busy]="busy() || null"
              (click)="answer()"
            >
              {{ words().act }}
            </button>
          </p>
        }
      </div>
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FollowAnswerPage {
  /** From the route. */
  readonly act = input.required<'confirm' | 'stop'>();

  private readonly client = inject(FollowClient);
  private readonly token = inject(DOCUMENT).location.hash.slice(1);
  protected readonly busy = signal(false);
  protected readonly done = signal(false);
  protected readonly problem = signal('');
  protected readonly words = computed(() =>
    this.act() === 'confirm'
      ? {
          heading: $localize`:@@publication.follow.confirm-heading:Bekreft at du vil følge`,
          lead: $localize`:@@publication.follow.confirm-lead:Da får du e-post når det er nytt om kåringen.`,
          act: $localize`:@@publication.follow.confirm:Bekreft`,
          done: $localize`:@@publication.follow.confirmed:Nå følger du kåringen.`,
        }
      : {
          heading: $localize`:@@publication.follow.stop-heading:Slutt å følge`,
          lead: $localize`:@@publication.follow.stop-lead:Da får du ikke flere e-poster om kåringen, og vi sletter adressen din.`,
          act: $localize`:@@publication.follow.stop:Slutt å følge`,
          done: $localize`:@@publication.follow.stopped:Du følger ikke lenger kåringen. Adressen er slettet.`,
        },
  );

  protected async answer(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set('');
    try {
      await (this.act() === 'confirm'
        ? this.client.confirm(this.token)
        : this.client.stop(this.token));
      this.done.set(true);
    } catch (error) {
      const refusal = readRefusal(error)?.refusal ?? null;
      this.problem.set(
        refusal === 'not-found'
          ? $localize`:@@publication.follow.spent:Lenken virker ikke lenger. Be om en ny.`
          : wordsFor(refusal),
      );
    } finally {
      this.busy.set(false);
    }
  }
}
