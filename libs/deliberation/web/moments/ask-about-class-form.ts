import {
  ChangeDetectionStrategy,
  Component,
  computed,
  CUSTOM_ELEMENTS_SCHEMA,
  inject,
  input,
  LOCALE_ID,
  output,
  signal,
} from '@angular/core';
import { FormsModule } from '@angular/forms';
import { CLASS_QUESTION_TEXT } from '@award/award';
import type { AskAboutClass, ClassQuestionsView } from '@award/deliberation/contract';
import { ErrorSummary, inLocale, type Problem } from '@award/ui/web';

/** Asks the class's jury whether an entry should stand in another class. */
@Component({
  selector: 'deliberation-ask-about-class-form',
  imports: [ErrorSummary, FormsModule],
  template: `
    <section class="flow" aria-labelledby="ask-heading">
      <h2 class="ds-heading" data-size="sm" id="ask-heading" i18n="@@deliberation.question.new">
        Meld om feil kategori
      </h2>
      <form class="flow" novalidate (submit)="$event.preventDefault(); ask()">
        <ds-field class="ds-field">
          <label class="ds-label" for="ask-entry" i18n="@@deliberation.question.entry"
            >Forslag</label
          >
          <select
            #chosen
            class="ds-input"
            id="ask-entry"
            [attr.aria-invalid]="has('ask-entry') || null"
            (change)="entry.set(chosen.value)"
          >
            <option value="" [selected]="entry() === ''" i18n="@@deliberation.question.choose">
              Velg et forslag
            </option>
            @for (one of view().entries; track one.nominationId) {
              <option [value]="one.nominationId" [selected]="one.nominationId === entry()">
                {{ one.municipality }} ({{ one.county }})
              </option>
            }
          </select>
        </ds-field>
        <ds-field class="ds-field">
          <label class="ds-label" for="ask-class" i18n="@@deliberation.question.should"
            >Kategorien det kan høre til i</label
          >
          <select #other class="ds-input" id="ask-class" (change)="to.set(other.value)">
            @for (one of others(); track one.code) {
              <option [value]="one.code" [selected]="one.code === target()">{{ one.name }}</option>
            }
          </select>
        </ds-field>
        <ds-field class="ds-field">
          <label class="ds-label" for="ask-finding" i18n="@@deliberation.question.found"
            >Hva er funnet?</label
          >
          <div data-field="description" i18n="@@deliberation.question.found-help">
            Skriv tallet, datoen og kilden, slik at juryen kan kontrollere det.
          </div>
          <textarea
            class="ds-input"
            id="ask-finding"
            name="finding"
            rows="3"
            [maxlength]="limit"
            [ngModel]="finding()"
            (ngModelChange)="finding.set($event)"
            [attr.aria-invalid]="has('ask-finding') || null"
          ></textarea>
        </ds-field>
        <ui-error-summary [problems]="problems()" />
        <p class="acts">
          <button class="ds-button" type="submit" [attr.aria-busy]="busy() || null">
            <ng-container i18n="@@deliberation.question.ask">Spør juryen</ng-container>
          </button>
        </p>
      </form>
    </section>
  `,
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AskAboutClassForm {
  readonly view = input.required<ClassQuestionsView>();
  readonly busy = input(false);
  readonly asked = output<AskAboutClass>();

  private readonly locale = inject(LOCALE_ID);
  protected readonly limit = CLASS_QUESTION_TEXT;
  protected readonly entry = signal('');
  protected readonly to = signal<string | null>(null);
  protected readonly finding = signal('');
  protected readonly problems = signal<Problem[]>([]);
  protected readonly others = computed(() =>
    this.view()
      .classes.filter(({ code }) => code !== this.view().class.classCode)
      .map(({ code, name }) => ({ code, name: inLocale(name, this.locale) })),
  );
  protected readonly target = computed(() => this.to() ?? this.others()[0]?.code ?? '');

  protected has(id: string): boolean {
    return this.problems().some((problem) => problem.id === id);
  }

  protected ask(): void {
    const problems: Problem[] = [];
    if (this.entry() === '')
      problems.push({
        id: 'ask-entry',
        text: $localize`:@@deliberation.question.entry-needed:Velg hvilket forslag det gjelder`,
      });
    if (this.finding().trim() === '')
      problems.push({
        id: 'ask-finding',
        text: $localize`:@@deliberation.question.found-needed:Skriv hva som er funnet`,
      });
    this.problems.set(problems);
    if (problems.length > 0) return;
    this.asked.emit({
      nominationId: this.entry(),
      toClass: this.target(),
      finding: this.finding(),
    });
    this.entry.set('');
    this.finding.set('');
  }
}
