import { ChangeDetectionStrategy, Component, inject, resource } from '@angular/core';
import { Router } from '@angular/router';
import { ResourceState } from '@award/ui/web';
import { ReleaseClient } from './release-client';

/** `/scene` leads to the stage of the edition that people work on. */
@Component({
  selector: 'publication-stage-start-page',
  imports: [ResourceState],
  template: `<main class="page" id="innhold"><ui-resource-state [of]="edition" /></main>`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StageStartPage {
  private readonly client = inject(ReleaseClient);
  private readonly router = inject(Router);
  protected readonly edition = resource({
    loader: async () => {
      const { edition } = await this.client.room();
      await this.router.navigate(['/scene', edition.id], { replaceUrl: true });
      return edition.id;
    },
  });
}
