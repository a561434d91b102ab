import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { ActivatedRoute } from '@angular/router';
import { Empty } from '@award/ui/web';

/** A public section in which nothing is published yet. */
@Component({
  selector: 'app-section-page',
  imports: [Empty],
  template: `
    <div class="page flow">
      <h1 class="ds-heading" data-size="xl" tabindex="-1">{{ heading }}</h1>
      <ui-empty heading="Ingenting er publisert her ennå" i18n-heading="@@shell.section.empty" />
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SectionPage {
  protected readonly heading = inject(ActivatedRoute).snapshot.title ?? '';
}
