import {
  ChangeDetectionStrategy,
  Component,
  computed,
  CUSTOM_ELEMENTS_SCHEMA,
  inject,
  input,
  output,
} from '@angular/core';
import { characters, pastedText } from '@award/award';
import { TextCount } from '@award/ui/web';
import { Presence } from './presence';

/** A labelled text of the entry with its help, its room and what is wrong with it. */
@Component({
  selector: 'nominations-text-field',
  imports: [TextCount],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  host: { class: 'text-field' },
  template: `
    <ds-field class="ds-field">
      <label class="ds-label" [attr.for]="field()"
        >{{ label() }}
        @if (optional()) {
          &ngsp;<span class="text-field__optional" i18n="@@nominations.optional">Valgfritt</span>
        }
      </label>
      @if (others().length > 0) {
        <div class="presence" data-field="description" i18n="@@nominations.presence.here">
          {{ others().join(', ') }} skriver her nå
        </div>
      }
      @if (help(); as text) {
        <div data-field="description">{{ text }}</div>
      }
      @if (rows() > 1) {
        <textarea
          #area
          class="ds-input"
          [class.text-field__long]="rows() > 6"
          [id]="field()"
          [rows]="rows()"
          [value]="value()"
          [attr.lang]="lang()"
          [attr.aria-invalid]="problem() ? true : null"
          (input)="written.emit(area.value)"
          (paste)="paste($event, area)"
          (blur)="left.emit()"
        ></textarea>
      } @else {
        <input
          #line
          class="ds-input"
          [id]="field()"
          [type]="type()"
          [value]="value()"
          [attr.lang]="lang()"
          [attr.autocomplete]="autocomplete()"
          [attr.aria-invalid]="problem() ? true : null"
          (input)="written.emit(line.value)"
          (paste)="paste($event, line)"
          (blur)="left.emit()"
        />
      }
      @if (limit(); as most) {
        <ui-text-count data-field="description" [used]="used()" [limit]="most" />
      }
      @if (problem(); as text) {
        <p class="ds-validation-message" data-field="validation">{{ text }}</p>
      }
    </ds-field>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TextField {
  /** Path of the field, which is also the id of the control. */
  readonly field = input.required<string>();
  readonly label = input.required<string>();
  readonly value = input.required<string>();
  readonly help = input<string | null>(null);
  /** Characters; without it nothing is counted. */
  readonly limit = input<number | null>(null);
  /** More than one makes it a text area. */
  readonly rows = input(1);
  readonly type = input<'text' | 'email' | 'tel'>('text');
  readonly autocomplete = input('off');
  readonly lang = input<string | null>(null);
  readonly optional = input(false);
  readonly problem = input<string | null>(null);
  readonly written = output<string>();
  readonly left = output();

  private readonly presence = inject(Presence, { optional: true });
  protected readonly others = computed(() => this.presence?.at(this.field()) ?? []);
  protected readonly used = computed(() => characters(this.value()));

  /** Keeps the words of what is pasted and drops what a word processor wrote for itself. */
  protected paste(event: ClipboardEvent, into: HTMLInputElement | HTMLTextAreaElement): void {
    const pasted = event.clipboardData?.getData('text/plain') ?? '';
    const kept = pastedText(pasted);
    if (kept === pasted) return;
    event.preventDefault();
    // Through the browser's own editing, so that undoing works; it says `input` by itself.
    if (into.ownerDocument.execCommand?.('insertText', false, kept)) return;
    into.setRangeText(kept, into.selectionStart ?? 0, into.selectionEnd ?? 0, 'end');
    this.written.emit(into.value);
  }
}
