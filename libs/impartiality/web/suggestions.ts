import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import type { Ground } from '@award/award';
import type { SuggestionView } from '@award/impartiality/contract';
import { GROUND_WORDS } from './impartiality-words';
import { suggestionSentence } from './relation-words';

/** What the member's own ties may mean for one entry; the member decides whether to use it. */
@Component({
  selector: 'impartiality-suggestions',
  template: `
    @for (tie of of(); track $index) {
      <div class="ds-alert" data-color="info" data-size="sm">
        <p class="ds-paragraph break-anywhere">{{ sentence(tie) }}</p>
        @if (tie.ground; as ground) {
          @if (chosen() !== ground) {
            <p>
              <button
                class="ds-button"
                data-variant="secondary"
                data-size="sm"
                type="button"
                (click)="used.emit(ground)"
              >
                <ng-container i18n="@@impartiality.suggestion.use"
                  >Meld: {{ words[ground] }}</ng-container
                >
              </button>
            </p>
          }
        } @else {
          <p class="ds-paragraph" i18n="@@impartiality.suggestion.residence">
            Det er ikke i seg selv en grunn.
          </p>
        }
      </div>
    }
  `,
  host: { class: 'flow' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Suggestions {
  readonly of = input.required<readonly SuggestionView[]>();
  readonly chosen = input<Ground | ''>('');
  readonly used = output<Ground>();

  protected readonly words = GROUND_WORDS;
  protected readonly sentence = suggestionSentence;
}
