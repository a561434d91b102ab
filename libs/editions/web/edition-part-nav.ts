import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';

/** The parts of an edition's set-up in order. The form has an address of its own, the others a part of the page. */
export const EDITION_PARTS = [
  { code: 'tidsplan', words: $localize`:@@editions.part.timetable:Tidsplan` },
  { code: 'kategorier', words: $localize`:@@editions.part.classes:Kategorier` },
  { code: 'momenter', words: $localize`:@@editions.part.criteria:Vurderingsmomenter` },
  { code: 'tekster', words: $localize`:@@editions.part.texts:Utlysning` },
  { code: 'skjema', words: $localize`:@@editions.part.form:Skjemaet` },
  { code: 'scenen', words: $localize`:@@editions.part.event:Kåringen på scenen` },
  { code: 'presse', words: $localize`:@@editions.part.press:Pressekontakter` },
  { code: 'regler', words: $localize`:@@editions.part.rules:Regler for juryen` },
] as const;
export type EditionPart = (typeof EDITION_PARTS)[number]['code'];

/** Leads from one part of an edition's set-up to another. */
@Component({
  selector: 'editions-part-nav',
  imports: [RouterLink],
  template: `
    <nav class="section-nav" aria-label="Deler av kåringen" i18n-aria-label="@@editions.page.parts">
      <ul>
        @for (one of parts; track one.code) {
          <li>
            <a
              [routerLink]="addressOf(one.code)"
              [queryParams]="one.code === 'skjema' ? null : { del: one.code }"
              [attr.aria-current]="one.code === part() ? 'page' : null"
              >{{ one.words }}</a
            >
          </li>
        }
      </ul>
    </nav>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EditionPartNav {
  readonly id = input.required<string>();
  readonly part = input.required<EditionPart>();

  protected readonly parts = EDITION_PARTS;

  protected addressOf(code: EditionPart): string[] {
    const page = ['/sekretariat/kaaringer', this.id()];
    return code === 'skjema' ? [...page, code] : page;
  }
}
