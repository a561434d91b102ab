import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  LOCALE_ID,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { MunicipalitiesPageView } from '@award/publication/contract';
import { Empty, Grouped, OsloDate } from '@award/ui/web';
import { localAddress } from '../public-words';

/** All municipalities by county, and a search that works without scripts too. */
@Component({
  selector: 'publication-municipalities',
  imports: [Empty, Grouped, OsloDate, RouterLink],
  templateUrl: './municipalities.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MunicipalityList {
  readonly page = input.required<MunicipalitiesPageView>();

  private readonly router = inject(Router);
  private readonly locale = inject(LOCALE_ID);
  protected readonly address = localAddress(this.locale, '/kommuner');
  protected readonly found = computed(() => {
    const { total } = this.page();
    if (total === 0) return $localize`:@@publication.municipalities.none:Ingen kommuner passer`;
    return total === 1
      ? $localize`:@@publication.municipalities.one:Én kommune`
      : $localize`:@@publication.municipalities.many:${total}:total: kommuner`;
  });

  protected search(event: Event, text: string): void {
    event.preventDefault();
    void this.router.navigate(['/kommuner'], { queryParams: { sok: text.trim() || null } });
  }
}
