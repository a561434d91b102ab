import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type {
  CastPaper,
  ClassProgressView,
  DecideFinalists,
  DecideWinner,
  Made,
  MeetingView,
  MinutesView,
  NoteAttendance,
  OpenMeeting,
  RankingView,
} from '@award/deliberation/contract';

/** One class of one edition. */
export interface ClassRef {
  readonly editionId: string;
  readonly classCode: string;
}

/** Figures, meeting, ballots, decisions and minutes of a class, as the server tells them. */
@Injectable({ providedIn: 'root' })
export class DeliberationClient {
  private readonly http = inject(HttpClient);

  classes(): Promise<ClassProgressView[]> {
    return firstValueFrom(this.http.get<ClassProgressView[]>('/api/deliberation'));
  }

  ranking(of: ClassRef): Promise<RankingView> {
    return firstValueFrom(this.http.get<RankingView>(`${pathOf(of)}/ranking`));
  }

  meeting(of: ClassRef): Promise<MeetingView> {
    return firstValueFrom(this.http.get<MeetingView>(`${pathOf(of)}/meeting`));
  }

  openMeeting(of: ClassRef, body: OpenMeeting): Promise<Made> {
    return firstValueFrom(this.http.post<Made>(`${pathOf(of)}/meeting`, body));
  }

  closeMeeting(of: ClassRef): Promise<Made> {
    return firstValueFrom(this.http.post<Made>(`${pathOf(of)}/meeting/close`, {}));
  }

  noteAttendance(of: ClassRef, seatId: string, body: NoteAttendance): Promise<void> {
    return firstValueFrom(this.http.put<void>(`${pathOf(of)}/meeting/attendance/${seatId}`, body));
  }

  decideFinalists(of: ClassRef, body: DecideFinalists): Promise<Made> {
    return firstValueFrom(this.http.post<Made>(`${pathOf(of)}/decisions/finalists`, body));
  }

  decideWinner(of: ClassRef, body: DecideWinner): Promise<Made> {
    return firstValueFrom(this.http.post<Made>(`${pathOf(of)}/decisions/winner`, body));
  }

  openBallot(of: ClassRef): Promise<Made> {
    return firstValueFrom(this.http.post<Made>(`${pathOf(of)}/ballots`, {}));
  }

  cast(ballotId: string, body: CastPaper): Promise<void> {
    return firstValueFrom(this.http.put<void>(`/api/ballots/${ballotId}/paper`, body));
  }

  closeBallot(ballotId: string): Promise<Made> {
    return firstValueFrom(this.http.post<Made>(`/api/ballots/${ballotId}/close`, {}));
  }

  writeMinutes(of: ClassRef): Promise<Made> {
    return firstValueFrom(this.http.post<Made>(`${pathOf(of)}/minutes`, {}));
  }

  minutes(id: string): Promise<MinutesView> {
    return firstValueFrom(this.http.get<MinutesView>(`/api/minutes/${id}`));
  }

  approveMinutes(id: string): Promise<void> {
    return firstValueFrom(this.http.post<void>(`/api/minutes/${id}/approve`, {}));
  }
}

function pathOf({ editionId, classCode }: ClassRef): string {
  return `/api/editions/${editionId}/classes/${classCode}`;
}
