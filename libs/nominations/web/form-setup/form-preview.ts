import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  LOCALE_ID,
  untracked,
} from '@angular/core';
import { formPages, type NominationForm } from '@award/award';
import type { EditionView } from '@award/editions/contract';
import type { MyEntryView } from '@award/nominations/contract';
import { EntryUploads } from '../entry-uploads';
import { FormQuestions } from '../form-questions';
import { pageAddress, pageHeading } from '../form-words';
import { NominationDraft } from '../nomination-draft';
import { ShortForm } from '../short-form';
import { shownProblems } from '../shown-problems';

/** The form as a municipality meets it, page by page, with nothing stored: there is no entry behind it. */
@Component({
  selector: 'nominations-form-preview',
  imports: [FormQuestions, ShortForm],
  providers: [NominationDraft, EntryUploads],
  host: { class: 'flow' },
  template: `
    <p class="ds-alert" data-color="info" i18n="@@nominations.setup.preview-note">
      Slik ser kommunen skjemaet, også med det du har endret uten å lagre. Det du skriver her, blir
      ikke tatt vare på.
    </p>
    <nav class="section-nav" [attr.aria-label]="pagesLabel">
      <ul>
        @for (one of pages(); track one.address) {
          <li>
            <button
              class="ds-button"
              data-variant="tertiary"
              data-size="sm"
              type="button"
              [attr.aria-current]="one.address === shown() ? 'page' : null"
              (click)="shown.set(one.address)"
            >
              {{ one.heading }}
            </button>
          </li>
        }
      </ul>
    </nav>
    <section class="form-preview flow" aria-live="polite" [attr.aria-label]="heading()">
      <h3 class="ds-heading" data-size="xs">{{ heading() }}</h3>
      @if (sections(); as found) {
        <nominations-form-questions
          [sections]="found"
          [problems]="problems"
          [alone]="found.length === 1"
        />
      } @else {
        <nominations-short-form [problems]="problems" />
      }
    </section>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FormPreview {
  readonly edition = input.required<EditionView>();
  readonly form = input.required<NominationForm>();

  private readonly locale = inject(LOCALE_ID);
  private readonly draft = inject(NominationDraft);
  protected readonly problems = shownProblems(this.draft);
  protected readonly pagesLabel = $localize`:@@nominations.setup.preview-pages:Sider i skjemaet`;
  protected readonly pages = computed(() => [
    { address: '', heading: SHORT },
    ...formPages(this.form()).map(({ page }) => ({
      address: pageAddress(page),
      heading: pageHeading(this.form(), page, this.locale),
    })),
  ]);
  /** The page that is shown; the short form when a page has gone. */
  protected readonly shown = linkedSignal<readonly { address: string }[], string>({
    source: this.pages,
    computation: (pages, before) =>
      pages.some(({ address }) => address === before?.value) ? (before?.value ?? '') : '',
  });
  protected readonly heading = computed(
    () => this.pages().find(({ address }) => address === this.shown())?.heading ?? SHORT,
  );
  protected readonly sections = computed(
    () =>
      formPages(this.form()).find(({ page }) => pageAddress(page) === this.shown())?.sections ??
      null,
  );

  constructor() {
    effect(() => {
      const view = viewOf(this.edition(), this.form());
      untracked(() => this.draft.view.set(view));
    });
  }
}

const SHORT = $localize`:@@nominations.setup.short-form:Det korte skjemaet`;

/** A municipality that has not begun, and has a written form to choose. */
function viewOf(edition: EditionView, form: NominationForm): MyEntryView {
  const { id, year, name, callText, phase, timetable, referenceDate, classes, criteria } = edition;
  return {
    now: edition.now,
    call: {
      editionId: id,
      year,
      name,
      callText,
      phase,
      opensAt: timetable.opensAt,
      deadline: timetable.deadline,
      heldAnswerDue: null,
      referenceDate,
      form,
      classes,
      criteria,
    },
    municipality: {
      id: '',
      number: '',
      name: '',
      countyName: '',
      writtenForm: null,
      invented: edition.sample,
    },
    classification: null,
    entry: null,
    mayStart: false,
  };
}
