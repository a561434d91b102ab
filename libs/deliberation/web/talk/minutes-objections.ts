import {
  ChangeDetectionStrategy,
  Component,
  computed,
  CUSTOM_ELEMENTS_SCHEMA,
  inject,
  input,
  resource,
  signal,
} from '@angular/core';
import { FormsModule } from '@angular/forms';
import { type Refusal, TALK_LIMITS } from '@award/award';
import { Failure, OsloDateTime, readRefusal } from '@award/ui/web';
import { TalkClient } from './talk-client';

/** Objections to minutes, and when they stand by silence. */
@Component({
  selector: 'deliberation-minutes-objections',
  imports: [Failure, FormsModule, OsloDateTime],
  template: `
    @if (view(); as shown) {
      @if (shown.standsAt; as at) {
        <p class="ds-paragraph" i18n="@@deliberation.objections.stands">
          Kommer det ingen merknader, gjelder protokollen som godkjent fra
          {{ at | osloDateTime: 'long' }}.
        </p>
      }
      @if (shown.objections.length > 0 || shown.mayObject === null) {
        <section class="flow" aria-labelledby="objections">
          <h2
            class="ds-heading"
            data-size="sm"
            id="objections"
            i18n="@@deliberation.objections.heading"
          >
            Merknader
          </h2>
          <ul class="remarks">
            @for (one of shown.objections; track $index) {
              <li>
                <p class="remarks__who">
                  <strong>{{ one.name }}</strong>&ngsp;<time [attr.datetime]="one.madeAt">{{
                    one.madeAt | osloDateTime
                  }}</time>
                </p>
                <p class="ds-paragraph remarks__text">{{ one.text }}</p>
              </li>
            } @empty {
              <li i18n="@@deliberation.objections.none">Ingen merknader.</li>
            }
          </ul>
          @if (failed(); as failure) {
            <ui-failure [refusal]="failure.refusal" [canRetry]="false" />
          }
          @if (shown.mayObject === null) {
            <form class="flow no-print" (submit)="$event.preventDefault(); object()">
              <ds-field class="ds-field">
                <label class="ds-label" for="objection" i18n="@@deliberation.objections.new"
                  >Merknad til protokollen</label
                >
                <div data-field="description" i18n="@@deliberation.objections.help">
                  Merknaden blir stående ved protokollen. Da må juryen godkjenne den selv.
                </div>
                <textarea
                  class="ds-input"
                  id="objection"
                  name="objection"
                  rows="3"
                  [maxlength]="limit"
                  [ngModel]="text()"
                  (ngModelChange)="text.set($event)"
                ></textarea>
              </ds-field>
              <p class="acts">
                <button
                  class="ds-button"
                  type="submit"
                  data-variant="secondary"
                  [attr.aria-busy]="busy() || null"
                  i18n="@@deliberation.objections.send"
                >
                  Send merknad
                </button>
              </p>
            </form>
          }
        </section>
      }
    }
  `,
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MinutesObjections {
  readonly minutesId = input.required<string>();

  private readonly client = inject(TalkClient);
  private readonly silence = resource({
    params: () => this.minutesId(),
    loader: ({ params }) => this.client.silence(params),
  });
  protected readonly view = computed(() => (this.silence.hasValue() ? this.silence.value() : null));
  protected readonly text = signal('');
  protected readonly busy = signal(false);
  protected readonly failed = signal<{ refusal: Refusal | null } | null>(null);
  protected readonly limit = TALK_LIMITS.objection;

  protected async object(): Promise<void> {
    const text = this.text().trim();
    if (text === '' || this.busy()) return;
    this.busy.set(true);
    this.failed.set(null);
    try {
      await this.client.object(this.minutesId(), text);
      this.text.set('');
    } catch (error) {
      this.failed.set({ refusal: readRefusal(error)?.refusal ?? null });
    } finally {
      this.busy.set(false);
      this.silence.reload();
    }
  }
}
