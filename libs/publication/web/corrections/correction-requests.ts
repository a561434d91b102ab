import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  inject,
  Injector,
  input,
  output,
  signal,
} from '@angular/core';
import { FormsModule } from '@angular/forms';
import { CORRECTION_LIMITS } from '@award/award';
import type { CorrectionRequestView } from '@award/publication/contract';
import { OsloDateTime, StateTag } from '@award/ui/web';

/** What municipalities say is wrong: it is mended by a correction, or answered that it stands. */
@Component({
  selector: 'publication-correction-requests',
  imports: [FormsModule, OsloDateTime, StateTag],
  template: `
    @if (requests().length > 0) {
      <h3 class="ds-heading" data-size="2xs" i18n="@@publication.requests.heading">
        Kommunene har meldt om feil
      </h3>
      <ul class="contents">
        @for (one of requests(); track one.id) {
          <li class="flow">
            <p>
              <strong>{{ one.municipality }}</strong>
              @if (one.answer === 'mended') {
                <ui-state-tag tone="success"
                  ><ng-container i18n="@@publication.requests.mended"
                    >Rettes</ng-container
                  ></ui-state-tag
                >
              } @else if (one.answer === 'stands') {
                <ui-state-tag tone="neutral"
                  ><ng-container i18n="@@publication.requests.stands"
                    >Teksten står</ng-container
                  ></ui-state-tag
                >
              } @else {
                <ui-state-tag tone="warning"
                  ><ng-container i18n="@@publication.requests.waiting"
                    >Venter på svar</ng-container
                  ></ui-state-tag
                >
              }
            </p>
            <p class="prose break-anywhere">{{ one.text }}</p>
            <p class="source">{{ one.askedBy }}, {{ one.askedAt | osloDateTime }}</p>
            @if (one.reply) {
              <blockquote class="justification">{{ one.reply }}</blockquote>
            }
            @if (one.answer === null && mayOpen()) {
              @if (answering() === one.id) {
                <div class="ds-field">
                  <label class="ds-label" for="request-reply" i18n="@@publication.requests.reply"
                    >Svar til kommunen</label
                  >
                  <textarea
                    class="ds-input"
                    id="request-reply"
                    rows="3"
                    [attr.maxlength]="limits.reply"
                    [attr.aria-describedby]="missing() ? 'request-reply-missing' : null"
                    [attr.aria-invalid]="missing() || null"
                    [ngModel]="reply()"
                    (ngModelChange)="write($event)"
                  ></textarea>
                  @if (missing()) {
                    <p
                      class="ds-validation-message"
                      id="request-reply-missing"
                      i18n="@@publication.requests.missing"
                    >
                      Skriv svaret til kommunen.
                    </p>
                  }
                </div>
                <label class="choice">
                  <input
                    class="ds-input"
                    type="checkbox"
                    [checked]="concerns()"
                    (change)="concerns.set(!concerns())"
                  />
                  <span i18n="@@publication.requests.concerns"
                    >Kan ha betydning for vurderingen. Send meldingen til juryen i kategorien.</span
                  >
                </label>
              }
              <div class="acts">
                @if (answering() === one.id) {
                  <button
                    class="ds-button"
                    type="button"
                    [attr.aria-disabled]="busy() || null"
                    (click)="send(one.id)"
                  >
                    <ng-container i18n="@@publication.requests.send">Send svaret</ng-container>
                  </button>
                  <button
                    class="ds-button"
                    data-variant="tertiary"
                    type="button"
                    (click)="leave(one.id)"
                  >
                    <ng-container i18n="@@publication.correct.close">Avbryt</ng-container>
                  </button>
                } @else {
                  <button
                    class="ds-button"
                    type="button"
                    [attr.aria-disabled]="busy() || null"
                    (click)="mended.emit(one)"
                  >
                    <ng-container i18n="@@publication.requests.mend">Rett teksten</ng-container>
                  </button>
                  <button
                    class="ds-button"
                    data-variant="secondary"
                    type="button"
                    [id]="'keep-' + one.id"
                    [attr.aria-disabled]="busy() || null"
                    (click)="begin(one.id)"
                  >
                    <ng-container i18n="@@publication.requests.keep">La teksten stå</ng-container>
                  </button>
                }
              </div>
            }
          </li>
        }
      </ul>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CorrectionRequests {
  readonly requests = input.required<readonly CorrectionRequestView[]>();
  readonly mayOpen = input(false);
  readonly busy = input(false);
  readonly mended = output<CorrectionRequestView>();
  readonly answered = output<{ id: string; reply: string; concerns: boolean }>();

  private readonly injector = inject(Injector);
  protected readonly limits = CORRECTION_LIMITS;
  protected readonly answering = signal<string | null>(null);
  protected readonly reply = signal('');
  protected readonly missing = signal(false);
  protected readonly concerns = signal(false);

  protected begin(id: string): void {
    this.answering.set(id);
    this.reply.set('');
    this.missing.set(false);
    this.concerns.set(false);
    this.focus('request-reply');
  }

  protected leave(id: string): void {
    this.answering.set(null);
    this.focus(`keep-${id}`);
  }

  protected write(reply: string): void {
    this.reply.set(reply);
    this.missing.set(false);
  }

  protected send(id: string): void {
    this.missing.set(this.reply().trim() === '');
    if (this.missing()) return this.focus('request-reply');
    this.answered.emit({ id, reply: this.reply().trim(), concerns: this.concerns() });
  }

  /** What was pressed has made way for something else. */
  private focus(id: string): void {
    afterNextRender(() => document.getElementById(id)?.focus(), { injector: this.injector });
  }
}
