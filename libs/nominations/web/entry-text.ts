import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { NominationContent } from '@award/award';
import type { WrittenForm } from '@award/nominations/contract';
import {
  partWords,
  SECTION_WORDS,
  type Section,
  sectionOf,
  SECTIONS,
  valueLines,
} from './part-words';
import { type Part, PARTS } from './three-way-merge';

interface Group {
  readonly section: Section | null;
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
                group.section === null ? ['/kommune'] : ['/kommune', 'utdyp', group.section]
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
  readonly writtenForm = input.required<WrittenForm>();
  readonly neighbours = input<readonly { id: string; name: string; countyName: string }[]>([]);
  readonly changeable = input(false);
  /** The files stand elsewhere on the page, where they can be opened. */
  readonly filesApart = input(false);

  protected readonly groups = computed<readonly Group[]>(() =>
    [null, ...SECTIONS].flatMap((section) => {
      const parts = this.partsOf(section);
      const written = parts.some(({ lines }) => lines.length > 0);
      return section === null || written || this.changeable()
        ? [{ section, heading: section === null ? SHORT_FORM : SECTION_WORDS[section], parts }]
        : [];
    }),
  );

  protected changeWords(heading: string): string {
    return $localize`:@@nominations.change-section:Endre ${heading}:section:`;
  }

  private partsOf(section: Section | null): Group['parts'] {
    const names = new Map(
      this.neighbours().map(({ id, name, countyName }) => [id, `${name} (${countyName})`]),
    );
    const content = this.content();
    const writing = { content, writtenForm: this.writtenForm() };
    return PARTS.filter((part) => sectionOf(part) === section)
      .filter((part) => part !== 'mainField' || content.basis === 'single-measure')
      .filter((part) => part !== 'attachments' || !this.filesApart())
      .map((part) => ({ part, name: partWords(part), lines: valueLines(part, writing, names) }))
      .filter(({ lines }) => section === null || lines.length > 0 || this.changeable());
  }
}
