import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  LOCALE_ID,
} from '@angular/core';
import type { Attachment, FormSection } from '@award/award';
import { acceptedWords, FileDrop } from '@award/files/web';
import { AttachmentFields } from './attachment-fields';
import { EntryUploads } from './entry-uploads';
import { sectionHelp } from './form-words';
import { NominationDraft } from './nomination-draft';
import type { ShownProblems } from './shown-problems';
import { UploadList } from './upload-list';

/** Documents and pictures that go with the entry. */
@Component({
  selector: 'nominations-attachments-section',
  imports: [AttachmentFields, FileDrop, UploadList],
  host: { class: 'flow' },
  template: `
    <p class="ds-paragraph">{{ help() }}</p>
    @for (one of draft.content().attachments; track one.fileId; let place = $index) {
      <nominations-attachment-fields
        [attachment]="one"
        [place]="place"
        [last]="place === draft.content().attachments.length - 1"
        [problems]="problems()"
        (changed)="write(place, $event)"
        (moved)="move(place, $event)"
        (removed)="remove(place)"
      />
    }
    <nominations-upload-list />
    @if (draft.entry() === null) {
      <p class="ds-paragraph">{{ accepted() }}</p>
    } @else if (uploads.room() > 0) {
      <files-drop id="attachments" [limits]="draft.form().files" (chosen)="uploads.add($event)" />
    } @else {
      <p
        class="ds-paragraph"
        id="attachments"
        tabindex="-1"
        i18n="@@nominations.form.attachments-full"
      >
        Dere har lagt ved så mange filer som det er plass til.
      </p>
    }
    @if (problems().of('attachments'); as text) {
      <p class="ds-validation-message">{{ text }}</p>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AttachmentsSection {
  readonly section = input.required<FormSection>();
  readonly problems = input.required<ShownProblems>();
  protected readonly draft = inject(NominationDraft);
  private readonly locale = inject(LOCALE_ID);
  protected readonly accepted = computed(() => acceptedWords(this.draft.form().files, this.locale));
  protected readonly help = computed(() => sectionHelp(this.section(), this.locale));
  protected readonly uploads = inject(EntryUploads);

  constructor() {
    void this.uploads.look().catch(() => undefined);
  }

  protected write(place: number, change: Partial<Attachment>): void {
    this.set((all) => all.map((one, at) => (at === place ? { ...one, ...change } : one)));
  }

  protected move(place: number, by: -1 | 1): void {
    this.set((all) => {
      const moved = [...all];
      const [one] = moved.splice(place, 1);
      if (one) moved.splice(place + by, 0, one);
      return moved;
    });
    void this.draft.flush();
  }

  protected remove(place: number): void {
    this.set((all) => all.filter((_, at) => at !== place));
    void this.draft.flush();
  }

  private set(change: (all: readonly Attachment[]) => readonly Attachment[]): void {
    this.draft.change({ attachments: change(this.draft.content().attachments) });
  }
}
