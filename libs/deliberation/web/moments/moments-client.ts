import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { ClassAnswer } from '@award/award';
import type {
  AskAboutClass,
  ClassQuestionsView,
  KeepDecision,
  Made,
} from '@award/deliberation/contract';
import type { ClassRef } from '../deliberation-client';

/** What a class's jury settles when something comes up under way. */
@Injectable({ providedIn: 'root' })
export class MomentsClient {
  private readonly http = inject(HttpClient);

  questions(of: ClassRef): Promise<ClassQuestionsView> {
    return firstValueFrom(this.http.get<ClassQuestionsView>(pathOf(of)));
  }

  ask(of: ClassRef, body: AskAboutClass): Promise<Made> {
    return firstValueFrom(this.http.post<Made>(pathOf(of), body));
  }

  answer(questionId: string, answer: ClassAnswer): Promise<void> {
    return firstValueFrom(
      this.http.put<void>(`/api/class-questions/${questionId}/answer`, { answer }),
    );
  }

  settle(questionId: string, reason: string): Promise<void> {
    return firstValueFrom(
      this.http.post<void>(`/api/class-questions/${questionId}/settle`, { reason }),
    );
  }

  keep(decisionId: string, body: KeepDecision): Promise<Made> {
    return firstValueFrom(this.http.post<Made>(`/api/decisions/${decisionId}/keep`, body));
  }
}

function pathOf({ editionId, classCode }: ClassRef): string {
  return `/api/editions/${editionId}/classes/${classCode}/class-questions`;
}
