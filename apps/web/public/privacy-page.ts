import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { RETENTION } from '@award/award';
import { periodInWords, RETENTION_WORDS } from '@award/privacy/web';
import { Site } from './public-view';

@Component({
  selector: 'app-privacy-page',
  imports: [RouterLink],
  templateUrl: './privacy-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PrivacyPage {
  protected readonly site = inject(Site).facts;
  protected readonly retention = RETENTION;
  protected readonly words = RETENTION_WORDS;
  protected readonly period = periodInWords;
}
