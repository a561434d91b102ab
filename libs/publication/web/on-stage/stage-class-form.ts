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
import { STAGE_LIMITS } from '@award/award';
import type { SaveStageClassPlan, StagePlanView } from '@award/publication/contract';
import {
  ClassMark,
  type Draft,
  Failure,
  InSight,
  readRefusal,
  savedAs,
  takeIn,
  toldOf,
  writtenSince,
} from '@award/ui/web';
import { ActRunner } from './act-runner';
import { StagePlanClient } from './stage-plan-client';
import { STALE } from './stale-words';

type Fields = Pick<SaveStageClassPlan, 'presenters' | 'note'>;

/** Who presents a class, and what is to be remembered in its part of the show. */
@Component({
  selector: 'publication-stage-class-form',
  imports: [ClassMark, Failure, FormsModule, InSight],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    @let group = of();
    <form class="flow" novalidate (ngSubmit)="save()">
      <h3 class="ds-heading" data-size="xs">
        <ui-class-mark [code]="group.code" [name]="group.name" />
      </h3>
      <ds-field class="ds-field">
        <label class="ds-label" [for]="'presenters-' + group.code" i18n="@@publication.plan.by"
          >Hvem som presenterer</label
        >
        <input
          class="ds-input"
          name="presenters"
          [id]="'presenters-' + group.code"
          [attr.maxlength]="limits.presenters"
          [readonly]="!mayChange()"
          [ngModel]="typed().presenters"
          (ngModelChange)="change({ presenters: $event })"
        />
      </ds-field>
      <ds-field class="ds-field">
        <label class="ds-label" [for]="'note-' + group.code" i18n="@@publication.plan.note"
          >Merknad til kjøreplanen</label
        >
        <textarea
          class="ds-input"
          rows="2"
          name="note"
          [id]="'note-' + group.code"
          [attr.maxlength]="limits.note"
          [readonly]="!mayChange()"
          [ngModel]="typed().note"
          (ngModelChange)="change({ note: $event })"
        ></textarea>
      </ds-field>
      @if (stale()) {
        <p class="ds-alert" data-color="danger" role="alert" uiInSight>{{ staleWords }}</p>
      } @else if (runner.failed(); as failure) {
        <ui-failure [refusal]="failure.refusal" [canRetry]="false" />
      }
      @if (mayChange()) {
        <div class="acts">
          <button
            class="ds-button"
            data-variant="secondary"
            type="submit"
            [attr.aria-busy]="runner.busy() || null"
          >
            <ng-container i18n="@@publication.party.save">Lagre</ng-container>
          </button>
          <span role="status">{{ runner.done() }}</span>
        </div>
      }
    </form>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StageClassForm {
  readonly editionId = input.required<string>();
  readonly of = input.required<StagePlanView['classes'][number]>();
  readonly mayChange = input.required<boolean>();
  readonly changed = output<StagePlanView>();
  /** Somebody else has saved: the plan is to be read again. What is typed here stays. */
  readonly outdated = output();

  private readonly client = inject(StagePlanClient);
  protected readonly runner = new ActRunner();
  protected readonly limits = STAGE_LIMITS;
  protected readonly staleWords = STALE;
  protected readonly stale = computed(() => this.runner.failed()?.refusal === 'stale-save');
  private readonly draft = linkedSignal<StagePlanView['classes'][number], Draft<Fields>>({
    source: this.of,
    computation: ({ presenters, note, lockVersion }, before) =>
      takeIn(before?.value, { presenters, note }, lockVersion),
  });
  protected readonly typed = computed(() => this.draft().typed);

  protected change(part: Partial<Fields>): void {
    this.draft.update((draft) => ({ ...draft, typed: { ...draft.typed, ...part } }));
  }

  protected async save(): Promise<void> {
    const { typed: sent, upon: lockVersion } = this.draft();
    await this.runner.run(
      () => this.send({ ...sent, lockVersion }, sent),
      () => (writtenSince(this.draft(), sent) ? '' : SAVED),
    );
  }

  private async send(plan: SaveStageClassPlan, sent: Fields): Promise<void> {
    try {
      const saved = await this.client.present(this.editionId(), this.of().code, plan);
      this.draft.update((draft) => savedAs(draft, sent));
      this.changed.emit(saved);
    } catch (error) {
      if (readRefusal(error)?.refusal === 'stale-save') {
        this.draft.update(toldOf);
        this.outdated.emit();
      }
      throw error;
    }
  }
}

const SAVED = $localize`:@@publication.finalists.saved:Lagret.`;
