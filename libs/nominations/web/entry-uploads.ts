import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import { type Attachment, FILE_CEILING } from '@award/award';
import type { FileView } from '@award/files/contract';
import { Upload } from '@award/files/web';
import { NominationDraft } from './nomination-draft';
import { NominationsClient } from './nominations-client';

/** Files on their way to the entry. They go on while one writes in other parts of it. */
@Injectable()
export class EntryUploads {
  private readonly client = inject(NominationsClient);
  private readonly draft = inject(NominationDraft);

  readonly uploads = signal<readonly Upload[]>([]);
  /** Files that could not be begun, by name, and why: they are larger than the edition takes, or too many. */
  readonly turnedAway = signal<readonly { name: string; reason: 'too-large' | 'too-many' }[]>([]);
  /** How the entry's files stand, as far as the server has told here. */
  readonly known = signal<ReadonlyMap<string, FileView>>(new Map());
  readonly room = computed(
    () =>
      this.draft.form().files.mostFiles -
      this.draft.content().attachments.length -
      this.uploads().filter((one) => one.state() !== 'stopped').length,
  );

  constructor() {
    const online = () => this.uploads().forEach((upload) => upload.goOn());
    window.addEventListener('online', online);
    inject(DestroyRef).onDestroy(() => {
      window.removeEventListener('online', online);
      this.uploads().forEach((upload) => upload.cancel());
    });
  }

  /** Asks how the entry's files stand. */
  async look(): Promise<void> {
    const entry = this.draft.entry();
    if (entry === null) return;
    const files = await this.client.files(entry.id);
    this.known.set(new Map(files.map((file) => [file.id, file])));
  }

  async add(files: readonly File[]): Promise<void> {
    const most = Math.min(this.draft.form().files.mostBytes, FILE_CEILING.bytes);
    const large = files.filter((file) => file.size > most || file.size === 0);
    const fits = files.filter((file) => !large.includes(file));
    const taken = fits.slice(0, Math.max(0, this.room()));
    this.turnedAway.set([
      ...large.map(({ name }) => ({ name, reason: 'too-large' as const })),
      ...fits.slice(taken.length).map(({ name }) => ({ name, reason: 'too-many' as const })),
    ]);
    await Promise.all(taken.map((file) => this.send(file)));
  }

  /** Takes an upload off the list: gives it up if it is under way. */
  dismiss(upload: Upload): void {
    upload.cancel();
    this.uploads.update((all) => all.filter((one) => one !== upload));
  }

  private async send(file: File): Promise<void> {
    const entry = this.draft.entry();
    if (entry === null) return;
    const upload = new Upload(file, this.client.filesOf(entry.id));
    this.uploads.update((all) => [...all, upload]);
    const sent = await upload.run();
    if (sent === null || this.draft.entry()?.id !== entry.id) return;
    this.uploads.update((all) => all.filter((one) => one !== upload));
    this.known.update((before) => new Map(before).set(sent.id, sent));
    const { attachments } = this.draft.content();
    if (attachments.some(({ fileId }) => fileId === sent.id)) return;
    const made = attachmentOf(sent, file.name);
    if (made === null) return;
    this.draft.change({ attachments: [...attachments, made] });
    await this.draft.flush();
  }
}

/** A stored file as it begins its life in the entry: called what the sender called it. */
function attachmentOf(file: FileView, name: string): Attachment | null {
  const { id, kind, bytes, sha256, pages } = file;
  if (kind === null || bytes === null || sha256 === null) return null;
  return {
    fileId: id,
    kind,
    bytes,
    sha256,
    pages,
    label: name
      .replace(/\.[^.]+$/, '')
      .replaceAll(/[_\s]+/g, ' ')
      .trim()
      .slice(0, 120),
    altText: '',
    photographer: '',
    rightToUse: false,
    shownAgree: false,
    mayPublish: false,
  };
}
