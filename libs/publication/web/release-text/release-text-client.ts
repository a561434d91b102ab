import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { ReleaseText } from '@award/award';
import type { ReleaseTextView } from '@award/publication/contract';

/** What is sent out with a result. */
@Injectable({ providedIn: 'root' })
export class ReleaseTextClient {
  private readonly http = inject(HttpClient);

  of(editionId: string, scope: string): Promise<ReleaseTextView> {
    return firstValueFrom(this.http.get<ReleaseTextView>(addressOf(editionId, scope)));
  }

  save(
    editionId: string,
    scope: string,
    seen: number,
    words: ReleaseText,
  ): Promise<ReleaseTextView> {
    const body = { seen, ...words };
    return firstValueFrom(this.http.put<ReleaseTextView>(addressOf(editionId, scope), body));
  }
}

function addressOf(editionId: string, scope: string): string {
  return `/api/releases/${editionId}/texts/${encodeURIComponent(scope)}`;
}
