import {
  ChangeDetectionStrategy,
  Component,
  CUSTOM_ELEMENTS_SCHEMA,
  inject,
  input,
  signal,
} from '@angular/core';
import { FormsModule } from '@angular/forms';
import { instantInOslo, type Refusal } from '@award/award';
import type { ClassRef } from '@award/deliberation/web';
import { Failure, readRefusal } from '@award/ui/web';
import { FactChecksClient } from './fact-checks-client';

/** The secretariat asks the finalists of a class to check the facts of their texts before a time. */
@Component({
  selector: 'justifications-ask-fact-check',
  imports: [Failure, FormsModule],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <section class="flow" aria-labelledby="ask-check">
      <h2 class="ds-heading" data-size="sm" id="ask-check" i18n="@@justifications.ask.heading">
        Faktasjekk hos finalistene
      </h2>
      <p class="ds-paragraph" i18n="@@justifications.ask.lead">
        Hver finalist ser sin egen tekst bak innlogging og kan melde feil. E-posten sier ikke hva
        det gjelder. Tier de, er alt i orden. De som allerede er spurt om teksten slik den står, får
        ikke spørsmålet igjen.
      </p>
      <ds-field class="ds-field">
        <label class="ds-label" for="due" i18n="@@justifications.ask.due">Svar innen</label>
        <input
          class="ds-input"
          id="due"
          type="datetime-local"
          [ngModel]="due()"
          (ngModelChange)="due.set($event)"
        />
      </ds-field>
      @if (failed(); as failure) {
        <ui-failure [refusal]="failure.refusal" [canRetry]="false" />
      }
      <p role="status">
        @if (asked(); as count) {
          <ng-container i18n="@@justifications.ask.done">Spurt: {{ count }}</ng-container>
        } @else if (asked() === 0) {
          <ng-container i18n="@@justifications.ask.nobody"
            >Alle er allerede spurt om teksten slik den står.</ng-container
          >
        }
      </p>
      <button
        class="ds-button"
        data-variant="secondary"
        type="button"
        [disabled]="due() === ''"
        [attr.aria-busy]="busy() || null"
        (click)="ask()"
      >
        <ng-container i18n="@@justifications.ask.act">Be om faktasjekk</ng-container>
      </button>
    </section>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AskFactCheck {
  readonly of = input.required<ClassRef>();

  private readonly client = inject(FactChecksClient);
  protected readonly due = signal('');
  protected readonly asked = signal<number | null>(null);
  protected readonly busy = signal(false);
  protected readonly failed = signal<{ refusal: Refusal | null } | null>(null);

  protected async ask(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.failed.set(null);
    this.asked.set(null);
    try {
      const { asked } = await this.client.ask(this.of(), inOslo(this.due()));
      this.asked.set(asked);
    } catch (error) {
      this.failed.set({ refusal: readRefusal(error)?.refusal ?? null });
    } finally {
      this.busy.set(false);
    }
  }
}

/** What the control holds, on the clock of Oslo whatever the browser's zone. */
function inOslo(value: string): string {
  const [date = '', time = ''] = value.split('T');
  const [hour, minute] = time.split(':');
  return instantInOslo(date, Number(hour), Number(minute)).toISOString();
}
