import { ChangeDetectionStrategy, Component, computed, inject, LOCALE_ID } from '@angular/core';
import { inLocale } from '@award/ui/web';
import { NominationDraft } from './nomination-draft';

/** What the jury will look for, by what the entry builds on: beside the text on wide screens. */
@Component({
  selector: 'nominations-jury-looks-for',
  template: `
    @if (criteria().length > 0) {
      <aside class="looks-for flow" aria-labelledby="looks-for">
        <h2 class="ds-heading" data-size="xs" id="looks-for" i18n="@@nominations.looks-for">
          Dette ser juryen etter
        </h2>
        <dl class="flow">
          @for (one of criteria(); track one.code) {
            <div>
              <dt>
                <strong>{{ one.name }}</strong>
              </dt>
              @if (one.guidance; as text) {
                <dd>{{ text }}</dd>
              }
            </div>
          }
        </dl>
      </aside>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class JuryLooksFor {
  private readonly draft = inject(NominationDraft);
  private readonly locale = inject(LOCALE_ID);
  protected readonly criteria = computed(() => {
    const basis = this.draft.content().basis;
    return (this.draft.view()?.call.criteria ?? []).map(({ code, name, guidance }) => {
      const words = basis === null ? undefined : guidance.perBasis?.[basis];
      return {
        code,
        name: inLocale(name, this.locale),
        guidance: words ? inLocale(words, this.locale) : '',
      };
    });
  });
}
