import { HttpClient } from '@angular/common/http';
import { inject, Injectable, LOCALE_ID } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { AwardClock, LivePageView, PublicView } from '@award/publication/contract';

/** What a public page asks for after it has come. */
@Injectable({ providedIn: 'root' })
export class PublicClient {
  private readonly http = inject(HttpClient);
  private readonly language = inject(LOCALE_ID);

  /** The award's clock, as an ISO instant. */
  async now(): Promise<string> {
    return (await firstValueFrom(this.http.get<AwardClock>('/api/public/now'))).now;
  }

  /** The live page as it is from a revision on; the revision in the address keeps an older copy out of the way. */
  async live(revision: number): Promise<LivePageView | null> {
    const view = await firstValueFrom(
      this.http.get<PublicView<LivePageView>>('/api/public/view', {
        params: { path: '/direkte', language: this.language, r: revision },
      }),
    );
    return view.page;
  }
}
