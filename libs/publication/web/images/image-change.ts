import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  CUSTOM_ELEMENTS_SCHEMA,
  ElementRef,
  inject,
  Injector,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import {
  ATTACHMENT_LIMITS,
  FILE_CEILING,
  type FileLimits,
  IMAGE_REASON,
  imageWordsMissing,
  mayWithdrawImage,
} from '@award/award';
import { FAULT_WORDS, FileDrop, Upload } from '@award/files/web';
import type { PublishedImageView, ReplaceImage } from '@award/publication/contract';
import { wordsFor } from '@award/ui/web';
import { ImagesClient } from './images-client';

/** What is to be done with a published picture; `by` null takes it away. */
export interface WantedChange {
  readonly reason: string;
  readonly by: Omit<ReplaceImage, 'reason'> | null;
}

type Field =
  'file' | 'reason' | 'caption' | 'altText' | 'photographer' | 'rightToUse' | 'shownAgree';

/** Takes a published picture away, or puts another in its place: the reason first, then what the new one needs. */
@Component({
  selector: 'publication-image-change',
  imports: [FileDrop],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  templateUrl: './image-change.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ImageChange {
  readonly image = input.required<PublishedImageView>();
  readonly busy = input(false);
  readonly wanted = output<WantedChange>();
  readonly left = output();

  private readonly client = inject(ImagesClient);
  protected readonly most = { ...ATTACHMENT_LIMITS, reason: IMAGE_REASON.most };
  protected readonly limits: FileLimits = {
    mostBytes: FILE_CEILING.bytes,
    mostFiles: 1,
    groups: ['image'],
  };
  protected readonly replacing = signal(false);
  protected readonly reason = signal('');
  protected readonly caption = linkedSignal(() => this.image().caption);
  protected readonly altText = signal('');
  protected readonly photographer = signal('');
  protected readonly rightToUse = signal(false);
  protected readonly shownAgree = signal(false);
  protected readonly upload = signal<Upload | null>(null);
  protected readonly fileId = signal<string | null>(null);
  protected readonly tried = signal(false);
  protected readonly stopped = computed(() => {
    const upload = this.upload();
    const fault = upload?.fault();
    if (fault) return FAULT_WORDS[fault];
    return upload?.state() === 'stopped' ? wordsFor(upload.refusal()) : null;
  });
  protected readonly lacking = computed((): readonly Field[] => {
    const verdict = mayWithdrawImage({ withdrawn: false }, this.reason());
    const reason: readonly Field[] = verdict.allowed ? [] : ['reason'];
    if (!this.replacing()) return reason;
    const file: readonly Field[] = this.fileId() === null ? ['file'] : [];
    return [...reason, ...file, ...imageWordsMissing(this.words())];
  });

  private readonly element: HTMLElement = inject(ElementRef).nativeElement;
  private readonly injector = inject(Injector);

  constructor() {
    // What was pressed is gone: the form takes the focus in its place.
    this.focus('input');
  }

  protected id(field: string): string {
    return `${field}-${this.image().id}`;
  }

  protected lacks(field: Field): boolean {
    return this.tried() && this.lacking().includes(field);
  }

  protected async send([file]: readonly File[]): Promise<void> {
    if (!file) return;
    this.upload()?.cancel();
    const upload = new Upload(file, this.client.filesFor(this.image().id));
    this.upload.set(upload);
    this.fileId.set(null);
    const stored = await upload.run();
    if (this.upload() === upload) this.fileId.set(stored?.id ?? null);
  }

  protected finish(): void {
    this.tried.set(true);
    const fileId = this.fileId();
    if (this.lacking().length > 0) return this.focus('[aria-invalid], .file-drop__input');
    const by = this.replacing() && fileId !== null ? { ...this.words(), fileId } : null;
    this.wanted.emit({ reason: this.reason().trim(), by });
  }

  protected text(event: Event): string {
    return (event.target as HTMLInputElement | HTMLTextAreaElement).value;
  }

  protected checked(event: Event): boolean {
    return (event.target as HTMLInputElement).checked;
  }

  private focus(selector: string): void {
    const find = () => this.element.querySelector<HTMLElement>(selector)?.focus();
    afterNextRender(find, { injector: this.injector });
  }

  private words() {
    return {
      caption: this.caption().trim(),
      altText: this.altText().trim(),
      photographer: this.photographer().trim(),
      rightToUse: this.rightToUse(),
      shownAgree: this.shownAgree(),
    };
  }
}
