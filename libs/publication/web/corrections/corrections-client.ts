import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type {
  CorrectionsView,
  MyCorrectionsView,
  OpenCorrection,
} from '@award/publication/contract';

/** Corrections of what has been told, and what municipalities ask for. */
@Injectable({ providedIn: 'root' })
export class CorrectionsClient {
  private readonly http = inject(HttpClient);

  of(editionId: string): Promise<CorrectionsView> {
    return firstValueFrom(this.http.get<CorrectionsView>(`/api/releases/${editionId}/corrections`));
  }

  open(editionId: string, order: OpenCorrection): Promise<CorrectionsView> {
    return firstValueFrom(
      this.http.post<CorrectionsView>(`/api/releases/${editionId}/corrections`, order),
    );
  }

  async seal(id: string): Promise<void> {
    await firstValueFrom(this.http.post(`/api/releases/corrections/${id}/seal`, {}));
  }

  async giveUp(id: string): Promise<void> {
    await firstValueFrom(this.http.post(`/api/releases/corrections/${id}/give-up`, {}));
  }

  async answer(requestId: string, reply: string, concernsAssessment: boolean): Promise<void> {
    await firstValueFrom(
      this.http.post(`/api/releases/correction-requests/${requestId}/answer`, {
        reply,
        concernsAssessment,
      }),
    );
  }

  mine(): Promise<MyCorrectionsView> {
    return firstValueFrom(this.http.get<MyCorrectionsView>('/api/nominations/mine/corrections'));
  }

  async ask(text: string): Promise<void> {
    await firstValueFrom(this.http.post('/api/nominations/mine/corrections', { text }));
  }
}
