import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { MotionVote } from '@award/award';
import type { Made, MinutesSilenceView, TalkView } from '@award/deliberation/contract';
import type { ClassRef } from '../deliberation-client';

/** What is said and voted on in a class's meeting. */
@Injectable({ providedIn: 'root' })
export class TalkClient {
  private readonly http = inject(HttpClient);

  talk(of: ClassRef): Promise<TalkView> {
    return firstValueFrom(this.http.get<TalkView>(`${pathOf(of)}/talk`));
  }

  takeUp(of: ClassRef, nominationId: string | null): Promise<void> {
    return firstValueFrom(this.http.put<void>(`${pathOf(of)}/table`, { nominationId }));
  }

  say(of: ClassRef, nominationId: string, text: string): Promise<Made> {
    return firstValueFrom(this.http.post<Made>(`${pathOf(of)}/remarks`, { nominationId, text }));
  }

  putMotion(of: ClassRef, text: string): Promise<Made> {
    return firstValueFrom(this.http.post<Made>(`${pathOf(of)}/motions`, { text }));
  }

  vote(motionId: string, vote: MotionVote): Promise<void> {
    return firstValueFrom(this.http.put<void>(`/api/motions/${motionId}/vote`, { vote }));
  }

  closeMotion(motionId: string): Promise<void> {
    return firstValueFrom(this.http.post<void>(`/api/motions/${motionId}/close`, {}));
  }

  silence(minutesId: string): Promise<MinutesSilenceView> {
    return firstValueFrom(
      this.http.get<MinutesSilenceView>(`/api/minutes/${minutesId}/objections`),
    );
  }

  object(minutesId: string, text: string): Promise<Made> {
    return firstValueFrom(this.http.post<Made>(`/api/minutes/${minutesId}/objections`, { text }));
  }
}

/** Where the meeting's acts and its stream are. */
export function pathOf({ editionId, classCode }: ClassRef): string {
  return `/api/editions/${editionId}/classes/${classCode}/meeting`;
}
