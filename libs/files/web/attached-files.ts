import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  LOCALE_ID,
  signal,
} from '@angular/core';
import { type Attachment, isImage } from '@award/award';
import { KIND_WORDS, pagesWords, sizeWords, unreadyWords } from './file-words';
import { PdfPreview } from './pdf-preview';

/** An entry's attachments as its readers see them: documents to open, pictures in their place. */
@Component({
  selector: 'files-attached',
  imports: [PdfPreview],
  template: `
    <ul class="attached">
      @for (file of documents(); track file.fileId) {
        <li class="attached__document">
          @if (file.open) {
            <a class="ds-link" [href]="file.address" [attr.lang]="lang()" download>{{
              file.label
            }}</a>
          } @else {
            <span [attr.lang]="lang()">{{ file.label }}</span>
          }
          <span class="attached__facts">{{ file.facts }}</span>
          @if (!file.open) {
            <p class="attached__facts">{{ unready }}</p>
          } @else if (file.kind === 'pdf') {
            <button
              class="ds-button"
              data-variant="tertiary"
              data-size="sm"
              type="button"
              [attr.aria-expanded]="shown() === file.fileId"
              (click)="shown.set(shown() === file.fileId ? null : file.fileId)"
            >
              @if (shown() === file.fileId) {
                <ng-container i18n="@@files.hide">Skjul</ng-container>
              } @else {
                <ng-container i18n="@@files.show">Vis her</ng-container>
              }
              <span class="ds-sr-only">&ngsp;{{ file.label }}</span>
            </button>
          }
          @if (shown() === file.fileId) {
            <files-pdf-preview [address]="file.address + '?show=1'" [label]="file.label" />
          }
        </li>
      }
    </ul>
    @if (images().length > 0) {
      <ul class="attached attached--images">
        @for (image of images(); track image.fileId) {
          <li>
            <figure class="attached__figure">
              @if (image.open) {
                <a [href]="image.address + '?show=1'" target="_blank" rel="noopener">
                  <img [src]="image.address + '?show=1'" [alt]="image.altText" loading="lazy" />
                </a>
              } @else {
                <p class="attached__facts">{{ unready }}</p>
              }
              <figcaption [attr.lang]="lang()">
                {{ image.label }}
                @if (image.photographer) {
                  <span class="attached__facts" i18n="@@files.photo"
                    >Foto: {{ image.photographer }}</span
                  >
                }
                @if (!image.mayPublish) {
                  <span class="attached__facts" i18n="@@files.jury-only">Bare for juryen</span>
                }
              </figcaption>
            </figure>
          </li>
        }
      </ul>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AttachedFiles {
  readonly attachments = input.required<readonly Attachment[]>();
  /** Ids of those that can be opened. */
  readonly ready = input.required<readonly string[]>();
  /** The reader's address of a file, without its query. */
  readonly addressOf = input.required<(fileId: string) => string>();
  /** The language in which the entry is written. */
  readonly lang = input<string | null>(null);

  private readonly locale = inject(LOCALE_ID);
  protected readonly shown = signal<string | null>(null);
  protected readonly unready = unreadyWords('scanning');

  private readonly all = computed(() =>
    this.attachments().map((one) => ({
      ...one,
      address: this.addressOf()(one.fileId),
      open: this.ready().includes(one.fileId),
      facts: [
        KIND_WORDS[one.kind],
        ...(one.pages === null ? [] : [pagesWords(one.pages)]),
        sizeWords(one.bytes, this.locale),
      ].join(' · '),
    })),
  );
  protected readonly documents = computed(() => this.all().filter(({ kind }) => !isImage(kind)));
  protected readonly images = computed(() => this.all().filter(({ kind }) => isImage(kind)));
}
