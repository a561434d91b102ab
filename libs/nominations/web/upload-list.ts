import {
  ChangeDetectionStrategy,
  Component,
  CUSTOM_ELEMENTS_SCHEMA,
  inject,
  LOCALE_ID,
} from '@angular/core';
import { FAULT_WORDS, sizeWords, type Upload } from '@award/files/web';
import { wordsFor } from '@award/ui/web';
import { EntryUploads } from './entry-uploads';

/** Files under way, with how far they have come, and those that were not let in, with why. */
@Component({
  selector: 'nominations-upload-list',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  host: { class: 'flow' },
  template: `
    <div aria-live="polite" class="flow">
      @for (upload of uploads.uploads(); track upload) {
        <div class="upload">
          <p>
            <strong class="break-anywhere">{{ upload.file.name }}</strong>
            &ngsp;<span class="attached__facts">{{ size(upload) }}</span>
          </p>
          @switch (upload.state()) {
            @case ('stopped') {
              <p class="ds-validation-message" role="alert">{{ why(upload) }}</p>
            }
            @case ('checking') {
              <p class="attached__facts" i18n="@@nominations.upload.checking">
                Filen er mottatt og kontrolleres.
              </p>
            }
            @case ('waiting') {
              <p class="attached__facts" i18n="@@nominations.upload.waiting">
                Venter på nettet. Opplastingen fortsetter av seg selv der den slapp.
              </p>
            }
          }
          @if (upload.state() !== 'stopped') {
            <progress max="100" [value]="upload.progress()" [attr.aria-label]="upload.file.name">
              {{ upload.progress() }} %
            </progress>
          }
          <p>
            <button
              class="ds-button"
              data-variant="tertiary"
              data-size="sm"
              type="button"
              (click)="uploads.dismiss(upload)"
            >
              @if (upload.state() === 'stopped') {
                <ng-container i18n="@@nominations.upload.dismiss">Ta bort fra listen</ng-container>
              } @else {
                <ng-container i18n="@@nominations.upload.cancel">Avbryt opplastingen</ng-container>
              }
              <span class="ds-sr-only">&ngsp;{{ upload.file.name }}</span>
            </button>
          </p>
        </div>
      }
    </div>
    @if (uploads.turnedAway().length > 0) {
      <div class="ds-alert" data-color="warning" role="alert">
        @for (one of uploads.turnedAway(); track $index) {
          @if (one.reason === 'too-large') {
            <p i18n="@@nominations.upload.too-large">
              {{ one.name }} er for stor eller tom, og er ikke lastet opp.
            </p>
          } @else {
            <p i18n="@@nominations.upload.too-many">
              {{ one.name }} er ikke lastet opp. Ta bort en fil først.
            </p>
          }
        }
      </div>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UploadList {
  protected readonly uploads = inject(EntryUploads);
  private readonly locale = inject(LOCALE_ID);

  protected size(upload: Upload): string {
    return sizeWords(upload.file.size, this.locale);
  }

  protected why(upload: Upload): string {
    const fault = upload.fault();
    return fault === null ? wordsFor(upload.refusal()) : FAULT_WORDS[fault];
  }
}
