import { afterNextRender, Directive, ElementRef, inject } from '@angular/core';

/** Moves the page no more than it must, so that what has just been said is seen by whoever pressed far from it. */
export function bringInSight(element: HTMLElement): void {
  if ('scrollIntoView' in element) element.scrollIntoView({ block: 'nearest' });
}

/** On what a page says of an act: it comes in sight when it is shown. */
@Directive({ selector: '[uiInSight]' })
export class InSight {
  constructor() {
    const { nativeElement } = inject<ElementRef<HTMLElement>>(ElementRef);
    afterNextRender(() => bringInSight(nativeElement));
  }
}
