import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { allPeriods } from '@award/award';
import { periodInWords, RETENTION_WORDS } from '@award/privacy/web';
import type { PrivacyPageView, PublicView } from '@award/publication/contract';
import { Site } from './public-view';

@Component({
  selector: 'app-privacy-page',
  imports: [RouterLink],
  templateUrl: './privacy-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PrivacyPage {
  readonly view = input<PublicView<PrivacyPageView>>();
  protected readonly site = inject(Site).facts;
  /** As they hold here. */
  protected readonly retention = computed(() =>
    allPeriods(new Map(this.view()?.page?.periods.map(({ kind, days }) => [kind, days]))),
  );
  protected readonly words = RETENTION_WORDS;
  protected readonly period = periodInWords;
}
