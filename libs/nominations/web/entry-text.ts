import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  LOCALE_ID,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { formPages, type NominationContent, type NominationForm } from '@award/award';
import type { WrittenForm } from '@award/nominations/contract';
import { pageAddress, pageHeading, partsOfSection, partWords, shortParts } from './form-words';
import { valueLines } from './part-words';
import type { Part } from './three-way-merge';

interface Group {
  /** The page under `/kommune/utdyp`; null for the short form. */
  readonly address: string | null;
  readonly heading: string;
  readonly parts: readonly { part: Part; name: string; lines: readonly string[] }[];
}

const SHORT_FORM = $localize`:@@nominations.section.short-form:Forslaget`;

/** The whole entry to read, part by part; with links to where each part is changed if it may be. */
@Component({
  selector: 'nominations-entry-text',
  imports: [RouterLink],
  host: { class: 'entry-text' },
  template: `
    @for (group of groups(); track group.heading) {
      <section class="split">
        <div>
          <h2 class="ds-heading" data-size="xs">{{ group.heading }}</h2>
          @if (changeable()) {
            <a
              class="ds-link"
              [routerLink]="
                group.address === null ? ['/kommune'] : ['/kommune', 'utdyp', group.address]
              "
              [attr.aria-label]="changeWords(group.heading)"
              i18n="@@nominations.change"
              >Endre</a
            >
          }
        </div>
        <dl class="entry-text__parts">
          @for (item of group.parts; track item.part) {
            <div>
              <dt>{{ item.name }}</dt>
              @for (line of item.lines; track $index) {
                <dd class="entry-text__value prose" [attr.lang]="writtenForm()">{{ line }}</dd>
              } @empty {
                <dd class="entry-text__empty" i18n="@@nominations.empty">Ikke fylt ut</dd>
              }
            </div>
          }
        </dl>
      </section>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EntryText {
  readonly content = input.required<NominationContent>();
  /** The form that it answers. */
  readonly form = input.required<NominationForm>();
  readonly writtenForm = input.required<WrittenForm>();
  readonly neighbours = input<readonly { id: string; name: string; countyName: string }[]>([]);
  readonly changeable = input(false);
  /** The files stand elsewhere on the page, where they can be opened. */
  readonly filesApart = input(false);

  private readonly locale = inject(LOCALE_ID);
  protected readonly groups = computed<readonly Group[]>(() => {
    const form = this.form();
    const short = { address: null, heading: SHORT_FORM, parts: this.read(shortParts(form), true) };
    const pages = formPages(form).map(({ page, sections }) => ({
      address: pageAddress(page),
      heading: pageHeading(form, page, this.locale),
      parts: this.read(sections.flatMap(partsOfSection), false),
    }));
    const shown = pages.filter(
      ({ parts }) => this.changeable() || parts.some(({ lines }) => lines.length > 0),
    );
    return [short, ...shown];
  });

  protected changeWords(heading: string): string {
    return $localize`:@@nominations.change-section:Endre ${heading}:section:`;
  }

  /** What is left empty is shown where it is required, or where it can still be filled in. */
  private read(parts: readonly Part[], required: boolean): Group['parts'] {
    const names = new Map(
      this.neighbours().map(({ id, name, countyName }) => [id, `${name} (${countyName})`]),
    );
    const content = this.content();
    const writing = { content, writtenForm: this.writtenForm() };
    return parts
      .filter((part) => part !== 'mainField' || content.basis === 'single-measure')
      .filter((part) => part !== 'attachments' || !this.filesApart())
      .map((part) => ({
        part,
        name: partWords(part, this.form(), this.locale),
        lines: valueLines(part, writing, names),
      }))
      .filter(({ lines }) => required || lines.length > 0 || this.changeable());
  }
}
