import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Site } from './public-view';

@Component({
  selector: 'app-privacy-page',
  templateUrl: './privacy-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PrivacyPage {
  protected readonly site = inject(Site).facts;
}
