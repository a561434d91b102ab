import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { DiplomaLine, OutcomeView } from '@award/publication/contract';

/** How it went: for the municipality its own entry, for the secretariat the diplomas. */
@Injectable({ providedIn: 'root' })
export class OutcomeClient {
  private readonly http = inject(HttpClient);

  mine(): Promise<OutcomeView> {
    return firstValueFrom(this.http.get<OutcomeView>('/api/nominations/mine/outcome'));
  }

  diplomas(editionId: string): Promise<DiplomaLine[]> {
    return firstValueFrom(this.http.get<DiplomaLine[]>(`/api/editions/${editionId}/diplomas`));
  }
}
