import { ChangeDetectionStrategy, Component, computed, inject, output } from '@angular/core';
import { Failure } from '@award/ui/web';
import { act } from './act';
import { NominationDraft } from './nomination-draft';
import { NominationsClient } from './nominations-client';

/** The call has been reopened: the municipality may write on in what was held or lapsed. */
@Component({
  selector: 'nominations-resume-writing',
  imports: [Failure],
  host: { class: 'flow' },
  template: `
    @if (may()) {
      <p class="ds-paragraph" i18n="@@nominations.resume.text">
        Fristen er forlenget for alle. Dere kan skrive videre og sende inn før den nye fristen.
      </p>
      @if (resuming.refused(); as refused) {
        <ui-failure [refusal]="refused.code" [canRetry]="false" />
      }
      <p class="acts">
        <button
          class="ds-button"
          type="button"
          [attr.aria-busy]="resuming.busy() || null"
          (click)="resume()"
          i18n="@@nominations.resume"
        >
          Skriv videre
        </button>
      </p>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ResumeWriting {
  readonly resumed = output();

  private readonly client = inject(NominationsClient);
  private readonly draft = inject(NominationDraft);
  protected readonly resuming = act();
  protected readonly may = computed(
    () => this.draft.entry()?.acts.includes('resume-writing') ?? false,
  );

  protected async resume(): Promise<void> {
    const entry = this.draft.entry();
    if (entry === null) return;
    if (await this.resuming.run(() => this.client.resumeWriting(entry.id))) this.resumed.emit();
  }
}
