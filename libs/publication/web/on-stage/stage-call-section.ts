import {
  ChangeDetectionStrategy,
  Component,
  computed,
  CUSTOM_ELEMENTS_SCHEMA,
  inject,
  input,
  linkedSignal,
  output,
} from '@angular/core';
import { FormsModule } from '@angular/forms';
import { fromOsloInput, toOsloInput } from '@award/editions/web';
import type { StagePlanView } from '@award/publication/contract';
import { Failure, OsloDateTime, wordsFor } from '@award/ui/web';
import { ActRunner } from './act-runner';
import { StagePlanClient } from './stage-plan-client';

/** The secretariat asks the finalists who comes on stage, moves the end, and reminds. */
@Component({
  selector: 'publication-stage-call-section',
  imports: [Failure, FormsModule, OsloDateTime],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <section class="flow" aria-labelledby="call">
      <h2 class="ds-heading" data-size="sm" id="call" i18n="@@publication.call.heading">
        Hvem kommer?
      </h2>
      <p class="ds-paragraph" i18n="@@publication.call.lead">
        Alle finalistene får det samme spørsmålet på e-post og svarer bak innlogging. De som ikke
        har svart, får en påminnelse to døgn før fristen.
      </p>
      @if (plan().call; as call) {
        <p class="ds-paragraph">
          <ng-container i18n="@@publication.call.asked"
            >Spurt {{ call.askedAt | osloDateTime }}. Frist
            {{ call.dueAt | osloDateTime }}.</ng-container
          >&ngsp;<ng-container i18n="@@publication.call.answered"
            >{{ answered() }} av {{ all() }} har svart.</ng-container
          >
        </p>
      }
      @if (plan().cannotAsk; as reason) {
        @if (reason === 'wrong-phase' && plan().call === null) {
          <p class="ds-paragraph" i18n="@@publication.call.later">
            Dere kan spørre når finalistene er offentliggjort.
          </p>
        } @else if (plan().call === null) {
          <p class="ds-paragraph">{{ wordsFor(reason) }}</p>
        }
      } @else if (mayAsk()) {
        <form class="flow" novalidate (ngSubmit)="ask()">
          <ds-field class="ds-field">
            <label class="ds-label" for="due" i18n="@@publication.call.due">Svar innen</label>
            <input
              class="ds-input"
              id="due"
              name="due"
              type="datetime-local"
              [ngModel]="due()"
              (ngModelChange)="due.set($event)"
            />
          </ds-field>
          <div class="acts">
            <button
              class="ds-button"
              type="submit"
              [attr.data-variant]="plan().call ? 'secondary' : null"
              [disabled]="dueAt() === null"
              [attr.aria-busy]="runner.busy() || null"
            >
              @if (plan().call) {
                <ng-container i18n="@@publication.call.move">Flytt fristen</ng-container>
              } @else {
                <ng-container i18n="@@publication.call.ask">Spør finalistene</ng-container>
              }
            </button>
            @if (plan().call && answered() < all()) {
              <button
                class="ds-button"
                data-variant="tertiary"
                type="button"
                [attr.aria-busy]="runner.busy() || null"
                (click)="remind()"
              >
                <ng-container i18n="@@publication.call.remind"
                  >Minn på de som ikke har svart</ng-container
                >
              </button>
            }
          </div>
        </form>
      }
      @if (runner.failed(); as failure) {
        <ui-failure [refusal]="failure.refusal" [canRetry]="false" />
      }
      <p role="status">{{ runner.done() }}</p>
    </section>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StageCallSection {
  readonly plan = input.required<StagePlanView>();
  readonly mayAsk = input.required<boolean>();
  readonly changed = output<StagePlanView>();

  private readonly client = inject(StagePlanClient);
  protected readonly runner = new ActRunner();
  protected readonly wordsFor = wordsFor;
  private readonly finalists = computed(() =>
    this.plan().classes.flatMap(({ finalists }) => finalists),
  );
  protected readonly all = computed(() => this.finalists().length);
  protected readonly answered = computed(
    () => this.finalists().filter(({ party }) => party !== null).length,
  );
  private readonly knownDue = computed(() => toOsloInput(this.plan().call?.dueAt ?? null));
  protected readonly due = linkedSignal(() => this.knownDue());
  protected readonly dueAt = computed(() => fromOsloInput(this.due()));

  protected async ask(): Promise<void> {
    const dueAt = this.dueAt();
    if (dueAt === null) return;
    const { id } = this.plan().edition;
    await this.runner.run(async () => this.changed.emit(await this.client.ask(id, dueAt)), ASKED);
  }

  protected async remind(): Promise<void> {
    let count = 0;
    await this.runner.run(
      async () => {
        ({ reminded: count } = await this.client.remind(this.plan().edition.id));
      },
      () => REMINDED(count),
    );
  }
}

const ASKED = $localize`:@@publication.call.done:De som ikke har svart, får e-post med fristen.`;
const REMINDED = (count: number) =>
  $localize`:@@publication.call.reminded:Påminnelse til ${count}:count:. Hver finalist får høyst én slik om dagen.`;
