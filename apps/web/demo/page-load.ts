import { DOCUMENT, inject, Injectable } from '@angular/core';

/** Loads the whole page again, so that nothing on it is older than the sample year. */
@Injectable({ providedIn: 'root' })
export class PageLoad {
  private readonly location = inject(DOCUMENT).location;

  again(): void {
    this.location.reload();
  }

  goTo(address: string): void {
    this.location.assign(address);
  }
}
