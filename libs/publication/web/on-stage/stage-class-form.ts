import {
  ChangeDetectionStrategy,
  Component,
  CUSTOM_ELEMENTS_SCHEMA,
  inject,
  input,
  linkedSignal,
  output,
} from '@angular/core';
import { FormsModule } from '@angular/forms';
import { STAGE_LIMITS } from '@award/award';
import type { StagePlanView } from '@award/publication/contract';
import { ClassMark, Failure } from '@award/ui/web';
import { ActRunner } from './act-runner';
import { StagePlanClient } from './stage-plan-client';

/** Who presents a class, and what is to be remembered in its part of the show. */
@Component({
  selector: 'publication-stage-class-form',
  imports: [ClassMark, Failure, FormsModule],
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
          [ngModel]="draft().presenters"
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
          [ngModel]="draft().note"
          (ngModelChange)="change({ note: $event })"
        ></textarea>
      </ds-field>
      @if (runner.failed(); as failure) {
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

  private readonly client = inject(StagePlanClient);
  protected readonly runner = new ActRunner();
  protected readonly limits = STAGE_LIMITS;
  protected readonly draft = linkedSignal({
    source: () => this.of().lockVersion,
    computation: (lockVersion) => {
      const { presenters, note } = this.of();
      return { presenters, note, lockVersion };
    },
  });

  protected change(part: { presenters?: string; note?: string }): void {
    this.draft.update((draft) => ({ ...draft, ...part }));
  }

  protected async save(): Promise<void> {
    await this.runner.run(
      async () =>
        this.changed.emit(
          await this.client.present(this.editionId(), this.of().code, this.draft()),
        ),
      SAVED,
    );
  }
}

const SAVED = $localize`:@@publication.finalists.saved:Lagret.`;
