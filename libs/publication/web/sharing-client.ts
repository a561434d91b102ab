import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { ShareEntry, SharingView } from '@award/publication/contract';

/** Whether others may read the municipality's own text. */
@Injectable({ providedIn: 'root' })
export class SharingClient {
  private readonly http = inject(HttpClient);

  mine(): Promise<SharingView> {
    return firstValueFrom(this.http.get<SharingView>('/api/nominations/mine/sharing'));
  }

  say(nominationId: string, word: ShareEntry): Promise<SharingView> {
    return firstValueFrom(
      this.http.put<SharingView>(`/api/nominations/${nominationId}/sharing`, word),
    );
  }
}
