import {
  ChangeDetectionStrategy,
  Component,
  CUSTOM_ELEMENTS_SCHEMA,
  input,
  model,
} from '@angular/core';
import { FormsModule } from '@angular/forms';
import type { Words } from '@award/editions/contract';

const LANGUAGES = [
  { code: 'nb', name: 'Bokmål' },
  { code: 'nn', name: 'Nynorsk' },
  { code: 'en', name: 'English' },
] as const;

/** One text in the award's three languages. Bokmål first; where another is empty, bokmål is shown. */
@Component({
  selector: 'editions-words-field',
  imports: [FormsModule],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <fieldset class="ds-fieldset words-field" [disabled]="disabled()">
      <legend class="ds-label">{{ label() }}</legend>
      @if (help(); as text) {
        <p data-field="description">{{ text }}</p>
      }
      @for (language of languages; track language.code) {
        <ds-field class="ds-field">
          <label class="ds-label" data-weight="regular" [for]="idOf(language.code)">{{
            language.name
          }}</label>
          @if (rows() > 1) {
            <textarea
              class="ds-input"
              [id]="idOf(language.code)"
              [name]="idOf(language.code)"
              [rows]="rows()"
              [attr.maxlength]="limit()"
              [attr.lang]="language.code"
              [ngModel]="value()[language.code]"
              (ngModelChange)="write(language.code, $event)"
              [attr.aria-invalid]="invalid(language.code)"
            ></textarea>
          } @else {
            <input
              class="ds-input"
              [id]="idOf(language.code)"
              [name]="idOf(language.code)"
              [attr.maxlength]="limit()"
              [attr.lang]="language.code"
              [ngModel]="value()[language.code]"
              (ngModelChange)="write(language.code, $event)"
              [attr.aria-invalid]="invalid(language.code)"
            />
          }
          @if (invalid(language.code)) {
            <p class="ds-validation-message" data-field="validation">{{ problem() }}</p>
          }
        </ds-field>
      }
    </fieldset>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WordsField {
  readonly label = input.required<string>();
  readonly help = input<string | null>(null);
  /** Prefix of the controls' ids: the bokmål one is `<prefix>-nb`. */
  readonly prefix = input.required<string>();
  readonly limit = input.required<number>();
  readonly rows = input(1);
  readonly disabled = input(false);
  /** What is wrong with the bokmål text. */
  readonly problem = input<string | null>(null);
  readonly value = model.required<Words>();

  protected readonly languages = LANGUAGES;

  protected idOf(language: string): string {
    return `${this.prefix()}-${language}`;
  }

  protected invalid(language: string): true | null {
    return language === 'nb' && this.problem() !== null ? true : null;
  }

  protected write(language: keyof Words, text: string): void {
    this.value.update((words) => ({ ...words, [language]: text }));
  }
}
