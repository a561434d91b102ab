import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { PublicImage } from '@award/publication/contract';

/** A picture with the words for it and the name of who took it. Loaded when it comes into view. */
@Component({
  selector: 'publication-photo',
  template: `
    @let it = image();
    <figure class="photo">
      <img
        loading="lazy"
        decoding="async"
        [attr.sizes]="sizes()"
        [attr.srcset]="it.srcset"
        [alt]="it.altText"
        [width]="it.width"
        [height]="it.height"
        [src]="it.src"
      />
      <figcaption>
        @if (captioned()) {
          {{ it.caption }} ·
        }
        <ng-container i18n="@@publication.photo.credit">Foto: {{ it.photographer }}</ng-container>
      </figcaption>
    </figure>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Photo {
  readonly image = input.required<PublicImage>();
  /** How wide the page shows it, as the attribute of `img` says it. */
  readonly sizes = input('(min-width: 64rem) 40rem, 90vw');
  readonly captioned = input(true);
}
