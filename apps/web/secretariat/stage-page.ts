import { ChangeDetectionStrategy, Component } from '@angular/core';
import { AWARD_NAME } from '../shell/award-title';

/** What the hall sees before anything is revealed. */
@Component({
  selector: 'app-stage-page',
  template: `
    <main class="stage" id="innhold" data-color-scheme="dark">
      <h1 class="stage__name" tabindex="-1">{{ name }}</h1>
    </main>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StagePage {
  protected readonly name = AWARD_NAME;
}
