import {
  ChangeDetectionStrategy,
  Component,
  effect,
  type ElementRef,
  input,
  viewChild,
} from '@angular/core';

/**
 * A PDF in its place on the page. The answer itself puts the document into a sandbox (its own
 * content security policy); browsers show no PDF in a frame that is sandboxed by an attribute.
 */
@Component({
  selector: 'files-pdf-preview',
  template: `<iframe #frame class="pdf-preview" [title]="label()" loading="lazy"></iframe>`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PdfPreview {
  readonly address = input.required<string>();
  readonly label = input.required<string>();

  private readonly frame = viewChild.required<ElementRef<HTMLIFrameElement>>('frame');

  constructor() {
    effect(() => {
      // Only our own addresses are framed; bound in the template it would need a trusted type.
      const address = this.address();
      if (address.startsWith('/api/'))
        this.frame().nativeElement.src = `${address}#navpanes=0&view=FitH`;
    });
  }
}
