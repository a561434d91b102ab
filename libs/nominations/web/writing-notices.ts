import { ChangeDetectionStrategy, Component, computed, inject, LOCALE_ID } from '@angular/core';
import { OsloTime, wordsFor } from '@award/ui/web';
import { partWords } from './form-words';
import { NominationDraft } from './nomination-draft';
import { valueLines } from './part-words';
import { Presence } from './presence';
import { type Part, partOf, partsOf } from './three-way-merge';

/** What the writer should know: a colleague's changes taken in, a save refused, words that came too late. */
@Component({
  selector: 'nominations-writing-notices',
  imports: [OsloTime],
  host: { class: 'flow' },
  template: `
    <p class="presence" aria-live="polite">
      @if (presence.others().length === 1) {
        <ng-container i18n="@@nominations.presence.one"
          >{{ presence.others()[0] }} har også forslaget åpent nå.</ng-container
        >
      } @else if (presence.others().length > 1) {
        <ng-container i18n="@@nominations.presence.more"
          >Disse har også forslaget åpent nå: {{ presence.others().join(', ') }}.</ng-container
        >
      }
    </p>
    @if (draft.takenIn(); as taken) {
      <div class="ds-alert" data-color="info" role="status">
        <p>
          @if (taken.by; as name) {
            <ng-container i18n="@@nominations.notice.taken-by"
              >{{ name }} lagret {{ taken.at | osloTime }}. Dette er tatt med:</ng-container
            >
          } @else {
            <ng-container i18n="@@nominations.notice.taken"
              >Noen lagret {{ taken.at | osloTime }}. Dette er tatt med:</ng-container
            >
          }
          &ngsp;{{ takenParts() }}.
        </p>
      </div>
    }
    @if (draft.refusal(); as refusal) {
      <div class="ds-alert" data-color="danger" role="alert">
        <p>
          {{ words(refusal) }}&ngsp;<ng-container i18n="@@nominations.notice.kept"
            >Teksten ligger trygt i denne nettleseren.</ng-container
          >
        </p>
      </div>
    }
    @if (draft.unsent()) {
      <section class="ds-alert flow" data-color="warning" aria-labelledby="unsent">
        <h2 class="ds-heading" data-size="xs" id="unsent" i18n="@@nominations.notice.unsent">
          Denne teksten rakk ikke fram
        </h2>
        <p i18n="@@nominations.notice.unsent-text">
          Du skrev dette i nettleseren, men det ble ikke lagret før forslaget ble låst. Kopier det
          du vil ta vare på.
        </p>
        <dl class="flow">
          @for (part of unsentParts(); track part.name) {
            <div>
              <dt>
                <strong>{{ part.name }}</strong>
              </dt>
              @for (line of part.lines; track $index) {
                <dd class="entry-text__value">{{ line }}</dd>
              }
            </div>
          }
        </dl>
        <button
          class="ds-button"
          data-variant="secondary"
          type="button"
          (click)="draft.letGoOfUnsent()"
          i18n="@@nominations.notice.let-go"
        >
          Jeg trenger den ikke lenger
        </button>
      </section>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WritingNotices {
  protected readonly draft = inject(NominationDraft);
  protected readonly presence = inject(Presence);
  private readonly locale = inject(LOCALE_ID);
  protected readonly words = wordsFor;

  protected readonly takenParts = computed(() =>
    (this.draft.takenIn()?.parts ?? []).map((part) => this.nameOf(part)).join(', '),
  );
  protected readonly unsentParts = computed(() => {
    const unsent = this.draft.unsent();
    if (unsent === null) return [];
    const stored = this.draft.writing();
    return partsOf(unsent.content, stored.content)
      .filter(
        (part) => JSON.stringify(partOf(unsent, part)) !== JSON.stringify(partOf(stored, part)),
      )
      .map((part) => ({ name: this.nameOf(part), lines: valueLines(part, unsent) }));
  });

  constructor() {
    this.presence.watch();
  }

  private nameOf(part: Part): string {
    return partWords(part, this.draft.form(), this.locale);
  }
}
