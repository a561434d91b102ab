import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { ClassRef } from '@award/deliberation/web';
import type { AnswerFactCheck, MyFactCheckView } from '@award/justifications/contract';

/** The finalists' check of the facts: asked by the secretariat, answered by the municipality. */
@Injectable({ providedIn: 'root' })
export class FactChecksClient {
  private readonly http = inject(HttpClient);

  mine(): Promise<MyFactCheckView> {
    return firstValueFrom(this.http.get<MyFactCheckView>('/api/fact-checks/mine'));
  }

  answer(id: string, body: AnswerFactCheck): Promise<void> {
    return firstValueFrom(this.http.post<void>(`/api/fact-checks/${id}/answer`, body));
  }

  ask({ editionId, classCode }: ClassRef, dueAt: string): Promise<{ asked: number }> {
    const path = `/api/editions/${editionId}/classes/${classCode}/fact-checks`;
    return firstValueFrom(this.http.post<{ asked: number }>(path, { dueAt }));
  }
}
