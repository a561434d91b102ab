import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { FIGURE_NOTES, FIGURES } from './figure-words';

/**
 * How each figure is made, opened from the figure's name: a button with `popovertarget` of `figure-` and
 * the figure. From here one press leads to the table.
 */
@Component({
  selector: 'deliberation-figure-notes',
  template: `
    @for (figure of figures; track figure) {
      <div
        class="figure-note flow"
        popover
        role="dialog"
        [id]="'figure-' + figure"
        [attr.aria-labelledby]="'figure-name-' + figure"
      >
        <p class="figure-note__name" [id]="'figure-name-' + figure">{{ notes[figure].name }}</p>
        <p>{{ notes[figure].how }}</p>
        <p class="acts">
          <button
            class="ds-button"
            data-size="sm"
            data-variant="secondary"
            type="button"
            [attr.popovertarget]="'figure-' + figure"
            popovertargetaction="hide"
            (click)="toTable(notes[figure].table)"
            i18n="@@deliberation.figure.table"
          >
            Se tabellen
          </button>
          <button
            class="ds-button"
            data-size="sm"
            data-variant="tertiary"
            type="button"
            [attr.popovertarget]="'figure-' + figure"
            popovertargetaction="hide"
            i18n="@@deliberation.figure.close"
          >
            Lukk
          </button>
        </p>
      </div>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FigureNotes {
  private readonly page = inject(DOCUMENT);
  protected readonly figures = FIGURES;
  protected readonly notes = FIGURE_NOTES;

  /** Opens what is folded and moves there, with the keyboard too. */
  protected toTable(id: string): void {
    const table = this.page.getElementById(id);
    if (table instanceof HTMLDetailsElement) table.open = true;
    const focus = table?.querySelector<HTMLElement>('summary') ?? table;
    // After the popover has given the focus back to where it was opened.
    setTimeout(() => {
      focus?.focus();
      table?.scrollIntoView({ block: 'start' });
    });
  }
}
