import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { JustificationView } from '@award/justifications/contract';
import { OsloDateTime, TextDifferences } from '@award/ui/web';

/** What the municipality answered about the facts, and what has been changed in the text since. */
@Component({
  selector: 'justifications-fact-check-answers',
  imports: [OsloDateTime, TextDifferences],
  template: `
    @if (view().factChecks.length > 0) {
      <section class="flow" aria-labelledby="checks">
        <h2 class="ds-heading" data-size="2xs" id="checks" i18n="@@justifications.answers.heading">
          Faktasjekk hos kommunen
        </h2>
        @for (check of view().factChecks; track check.askedAt) {
          <div class="flow">
            <p class="ds-paragraph">
              @switch (check.state) {
                @case ('asked') {
                  <ng-container i18n="@@justifications.answers.asked"
                    >Spurt, svar innen</ng-container
                  >
                  {{ check.dueAt | osloDateTime: 'long' }}
                }
                @case ('silent') {
                  <ng-container i18n="@@justifications.answers.silent"
                    >Ikke svar innen fristen: ingen merknader.</ng-container
                  >
                }
                @case ('fine') {
                  <ng-container i18n="@@justifications.answers.fine"
                    >Alt stemmer, svarte</ng-container
                  >
                  {{ check.answeredAt | osloDateTime: 'long' }}
                }
                @case ('remarks') {
                  <ng-container i18n="@@justifications.answers.remarks">Merknader</ng-container>
                  {{ check.answeredAt | osloDateTime: 'long' }}
                }
              }
            </p>
            @if (check.remarks) {
              <blockquote class="break-anywhere">{{ check.remarks }}</blockquote>
            }
            @if (check.text !== view().text) {
              <details class="ds-details">
                <summary i18n="@@justifications.answers.changed">
                  Endret siden kommunen så den
                </summary>
                <p class="versions__text break-anywhere" [attr.lang]="view().writtenForm">
                  <ui-text-differences [before]="check.text" [after]="view().text" />
                </p>
              </details>
            }
          </div>
        }
      </section>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FactCheckAnswers {
  readonly view = input.required<JustificationView>();
}
