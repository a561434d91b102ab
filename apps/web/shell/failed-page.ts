import { ChangeDetectionStrategy, Component, DOCUMENT, inject } from '@angular/core';

/** The page could not be fetched. The address is kept, so that trying again is loading it again. */
@Component({
  selector: 'app-failed-page',
  template: `
    <div class="page page--narrow flow">
      <h1 class="ds-heading" data-size="lg" tabindex="-1" i18n="@@shell.failed.heading">
        Siden kom ikke fram
      </h1>
      <p class="ds-paragraph" i18n="@@shell.failed.text">
        Sjekk at du er på nett, og prøv igjen. Tekst du har skrevet, ligger i nettleseren din.
      </p>
      <p>
        <button class="ds-button" type="button" (click)="again()">
          <ng-container i18n="@@shell.failed.again">Prøv igjen</ng-container>
        </button>
      </p>
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FailedPage {
  private readonly document = inject(DOCUMENT);

  protected again(): void {
    this.document.location.reload();
  }
}
