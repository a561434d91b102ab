import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { UndeliveredPartners } from '@award/endorsements/web';
import { StageQuestion } from '@award/publication/web';

/** What the areas after the entry have to tell on its page. Each shows nothing when it has nothing to tell. */
@Component({
  selector: 'app-entry-notices',
  imports: [StageQuestion, UndeliveredPartners],
  template: `
    <publication-stage-question [nominationId]="nominationId()" />
    <endorsements-undelivered-partners [nominationId]="nominationId()" />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EntryNotices {
  readonly nominationId = input.required<string>();
}
