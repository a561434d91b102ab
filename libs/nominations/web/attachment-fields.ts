import {
  ChangeDetectionStrategy,
  Component,
  computed,
  CUSTOM_ELEMENTS_SCHEMA,
  inject,
  input,
  LOCALE_ID,
  output,
} from '@angular/core';
import { type Attachment, ATTACHMENT_LIMITS, isImage } from '@award/award';
import { KIND_WORDS, pagesWords, sizeWords, unreadyWords, WARNING_WORDS } from '@award/files/web';
import { EntryUploads } from './entry-uploads';
import { NominationDraft } from './nomination-draft';
import { fileAddress } from './nominations-client';
import type { ShownProblems } from './shown-problems';
import { TextField } from './text-field';

type Answer = 'rightToUse' | 'shownAgree' | 'mayPublish';

/** One attachment: what it is, and for a picture what it shows and who answers for it. */
@Component({
  selector: 'nominations-attachment-fields',
  imports: [TextField],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  templateUrl: './attachment-fields.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AttachmentFields {
  readonly attachment = input.required<Attachment>();
  readonly place = input.required<number>();
  readonly last = input.required<boolean>();
  readonly problems = input.required<ShownProblems>();
  readonly changed = output<Partial<Attachment>>();
  readonly moved = output<-1 | 1>();
  readonly removed = output();

  protected readonly draft = inject(NominationDraft);
  private readonly uploads = inject(EntryUploads);
  private readonly locale = inject(LOCALE_ID);
  protected readonly limits = ATTACHMENT_LIMITS;

  protected readonly image = computed(() => isImage(this.attachment().kind));
  protected readonly labelWords = computed(() =>
    this.image()
      ? $localize`:@@nominations.form.caption:Bildetekst`
      : $localize`:@@nominations.form.file-label:Hva filen heter`,
  );
  protected readonly labelHelp = computed(() =>
    this.image()
      ? null
      : $localize`:@@nominations.form.file-label-help:Juryen ser dette navnet, for eksempel «Næringsplan 2024–2030».`,
  );
  protected readonly facts = computed(() => {
    const { kind, pages, bytes } = this.attachment();
    const size = sizeWords(bytes, this.locale);
    return [KIND_WORDS[kind], ...(pages === null ? [] : [pagesWords(pages)]), size].join(' · ');
  });
  protected readonly file = computed(() => this.uploads.known().get(this.attachment().fileId));
  protected readonly notices = computed(() => {
    const file = this.file();
    if (!file) return [];
    const unready = file.state === 'ready' ? [] : [unreadyWords(file.state)];
    return [...unready, ...file.warnings.map((warning) => WARNING_WORDS[warning])];
  });
  protected readonly address = computed(() => {
    const entry = this.draft.entry();
    return entry === null || (this.file()?.state ?? 'ready') !== 'ready'
      ? null
      : fileAddress(entry.id, this.attachment().fileId);
  });

  protected path(field: string): string {
    return `attachments.${this.place()}.${field}`;
  }

  protected leave(field: string): void {
    this.problems().leave(this.path(field));
  }

  protected answer(field: Answer, given: boolean): void {
    this.changed.emit({ [field]: given });
    void this.draft.flush();
  }
}
