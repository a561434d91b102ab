import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  resource,
  signal,
} from '@angular/core';
import { FormsModule } from '@angular/forms';
import { Session } from '@award/access/web';
import { CORRECTION_LIMITS, type Refusal } from '@award/award';
import { Failure, InSight, lastKnown, OsloDate, readRefusal, ResourceState } from '@award/ui/web';
import { CorrectionsClient } from './corrections-client';

/** The municipality says what is wrong in what has been told of it, and reads the answer. */
@Component({
  selector: 'publication-my-corrections',
  imports: [Failure, FormsModule, InSight, OsloDate, ResourceState],
  template: `
    <ui-resource-state part [of]="mine" />
    @if (view(); as shown) {
      @if (shown.requests.length > 0 || mayAsk()) {
        <section class="flow" aria-labelledby="feil">
          <h3
            class="ds-heading"
            data-size="sm"
            id="feil"
            tabindex="-1"
            i18n="@@publication.mine.heading"
          >
            Er noe feil i det som er offentliggjort?
          </h3>
          @for (one of shown.requests; track one.askedAt) {
            <article class="flow">
              <p class="prose break-anywhere">{{ one.text }}</p>
              <p>
                @if (one.publishedAt; as at) {
                  <strong i18n="@@publication.mine.mended">Rettet {{ at | osloDate }}.</strong>
                } @else if (one.answer === 'mended') {
                  <ng-container i18n="@@publication.mine.under-way"
                    >Sekretariatet retter teksten. Juryen må godkjenne den før den blir
                    offentliggjort.</ng-container
                  >
                } @else if (one.answer === 'stands') {
                  <ng-container i18n="@@publication.mine.stands"
                    >Teksten blir stående. Sekretariatet svarer:</ng-container
                  >
                } @else {
                  <ng-container i18n="@@publication.mine.waiting"
                    >Sendt {{ one.askedAt | osloDate }}. Sekretariatet har ikke svart
                    ennå.</ng-container
                  >
                }
              </p>
              @if (one.reply) {
                <blockquote class="justification">{{ one.reply }}</blockquote>
              }
            </article>
          }
          <div role="status">
            @if (sent()) {
              <p class="ds-alert" data-color="success" uiInSight i18n="@@publication.mine.sent">
                Takk. Meldingen er sendt til sekretariatet.
              </p>
            }
          </div>
          @if (failed(); as failure) {
            <ui-failure [refusal]="failure.refusal" [canRetry]="false" />
          }
          @if (mayAsk()) {
            <div class="ds-field">
              <label class="ds-label" for="wrong" i18n="@@publication.mine.what"
                >Hva er feil, og hva er riktig?</label
              >
              <p id="wrong-hint" data-field="description" i18n="@@publication.mine.hint">
                Skriv bare om fakta: navn, tall, steder. Sekretariatet svarer, og det som rettes,
                blir merket med dato.
              </p>
              <textarea
                class="ds-input"
                id="wrong"
                rows="4"
                [attr.aria-describedby]="missing() ? 'wrong-hint wrong-missing' : 'wrong-hint'"
                [attr.aria-invalid]="missing() || null"
                [attr.maxlength]="most"
                [ngModel]="text()"
                (ngModelChange)="write($event)"
              ></textarea>
              @if (missing()) {
                <p
                  class="ds-validation-message"
                  id="wrong-missing"
                  i18n="@@publication.mine.missing"
                >
                  Skriv hva som er feil, og hva som er riktig.
                </p>
              }
            </div>
            <button
              class="ds-button"
              data-variant="secondary"
              type="button"
              [attr.aria-busy]="busy() || null"
              (click)="ask()"
            >
              <ng-container i18n="@@publication.mine.send">Meld fra om feil</ng-container>
            </button>
          }
        </section>
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MyCorrections {
  private readonly client = inject(CorrectionsClient);
  private readonly session = inject(Session);

  private readonly acting = computed(() => this.session.acting()?.id ?? null);
  protected readonly mine = resource({
    params: () => this.acting(),
    loader: () => this.client.mine(),
  });
  /** Stays while the line is cut: so does what is being written in it. */
  protected readonly view = lastKnown(this.mine, this.acting);
  protected readonly mayAsk = computed(
    () => this.view()?.ask === null && this.session.may('justification:fact-check'),
  );
  protected readonly most = CORRECTION_LIMITS.request;
  protected readonly text = signal('');
  protected readonly missing = signal(false);
  protected readonly busy = signal(false);
  protected readonly sent = signal(false);
  protected readonly failed = signal<{ refusal: Refusal | null } | null>(null);

  protected write(text: string): void {
    this.text.set(text);
    this.missing.set(false);
  }

  protected async ask(): Promise<void> {
    if (this.busy()) return;
    this.sent.set(false);
    this.failed.set(null);
    this.missing.set(this.text().trim() === '');
    if (this.missing()) return document.getElementById('wrong')?.focus();
    this.busy.set(true);
    try {
      await this.client.ask(this.text().trim());
      this.text.set('');
      this.sent.set(true);
      // One is answered before the next: the field goes away, and the button with it.
      document.getElementById('feil')?.focus();
    } catch (error) {
      this.failed.set({ refusal: readRefusal(error)?.refusal ?? null });
    } finally {
      this.busy.set(false);
      this.mine.reload();
    }
  }
}
