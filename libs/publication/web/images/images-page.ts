import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  LOCALE_ID,
  resource,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ImagesView, OfferedImage, PublishedImageView } from '@award/publication/contract';
import {
  Breadcrumbs,
  type Crumb,
  Empty,
  InSight,
  OsloDateTime,
  PageHeader,
  readRefusal,
  ResourceState,
  StateTag,
  wordsFor,
} from '@award/ui/web';
import { ImageChange, type WantedChange } from './image-change';
import { ImagesClient } from './images-client';
import { missingWords } from './missing-words';

/** The pictures of an edition: which are published with the finalists, and what is done when one was wrong. */
@Component({
  selector: 'publication-images-page',
  imports: [
    Breadcrumbs,
    Empty,
    ImageChange,
    InSight,
    OsloDateTime,
    PageHeader,
    ResourceState,
    RouterLink,
    StateTag,
  ],
  templateUrl: './images-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ImagesPage {
  readonly editionId = input.required<string>();

  private readonly client = inject(ImagesClient);
  private readonly locale = inject(LOCALE_ID);
  protected readonly images = resource({
    params: () => this.editionId(),
    loader: ({ params }) => this.client.of(params),
  });
  protected readonly view = linkedSignal<ImagesView | null>(() =>
    this.images.hasValue() ? this.images.value() : null,
  );
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly done = signal<string | null>(null);
  /** The picture that is being changed; null while none is. */
  protected readonly changing = signal<string | null>(null);
  protected readonly unready = computed(() =>
    (this.view()?.offered ?? []).filter(({ missing, leftOut }) => missing.length > 0 && !leftOut),
  );
  protected readonly unreadyWords = computed(() => {
    const count = this.unready().length;
    return count === 1
      ? $localize`:@@publication.images.unready-one:Ett bilde mangler noe og stopper forseglingen. Utelat det, så går resten videre.`
      : $localize`:@@publication.images.unready-many:${count}:count: bilder mangler noe og stopper forseglingen. Utelat dem, så går resten videre.`;
  });
  protected readonly trail: readonly Crumb[] = [
    {
      label: $localize`:@@publication.room.heading:Publisering`,
      link: '/sekretariat/publisering',
    },
  ];

  protected lacks({ missing }: OfferedImage): string {
    return missingWords(missing, this.locale);
  }

  protected preview({ nominationId, fileId }: OfferedImage): string {
    return `/api/eligibility/entries/${nominationId}/files/${fileId}?show=1`;
  }

  protected choose(images: readonly OfferedImage[], leaveOut: boolean): Promise<void> {
    const ids = images.map(({ fileId }) => fileId);
    return this.run(
      () => this.client.choose(this.editionId(), ids, leaveOut),
      leaveOut ? LEFT_OUT : TAKEN_IN,
    );
  }

  protected async change(image: PublishedImageView, wanted: WantedChange): Promise<void> {
    if (this.busy()) return;
    const { reason, by } = wanted;
    await this.run(
      () =>
        by
          ? this.client.replace(image.id, { ...by, reason })
          : this.client.withdraw(image.id, reason),
      by ? REPLACED : WITHDRAWN,
    );
    if (this.problem() === null) this.changing.set(null);
  }

  private async run(act: () => Promise<ImagesView>, done: string): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    this.done.set(null);
    try {
      this.view.set(await act());
      this.done.set(done);
    } catch (error) {
      this.problem.set(wordsFor(readRefusal(error)?.refusal ?? null));
    } finally {
      this.busy.set(false);
    }
  }
}

const LEFT_OUT = $localize`:@@publication.images.left-out-done:Utelatt. Det blir ikke publisert.`;
const TAKEN_IN = $localize`:@@publication.images.taken-in-done:Tatt med igjen.`;
const REPLACED = $localize`:@@publication.images.replaced-done:Byttet. Det nye bildet vises nå, og den gamle adressen svarer at bildet er borte.`;
const WITHDRAWN = $localize`:@@publication.images.withdrawn-done:Tatt bort. Bildet vises ikke lenger, og adressen svarer at det er borte.`;
