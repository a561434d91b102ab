import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type {
  ControlStage,
  ReleaseRoomView,
  RevealAnswer,
  SetStage,
  StageControlView,
  StageView,
  TurnKey,
} from '@award/publication/contract';

const ROOT = '/api/releases';

/** The release room and the stage. */
@Injectable({ providedIn: 'root' })
export class ReleaseClient {
  private readonly http = inject(HttpClient);

  room(): Promise<ReleaseRoomView> {
    return firstValueFrom(this.http.get<ReleaseRoomView>(ROOT));
  }

  seal(editionId: string, scope: string, releaseAt: string | null): Promise<ReleaseRoomView> {
    return firstValueFrom(
      this.http.post<ReleaseRoomView>(`${ROOT}/${editionId}/seal`, { scope, releaseAt }),
    );
  }

  async arm(recordId: string, seen: TurnKey): Promise<void> {
    await firstValueFrom(this.http.post(`${ROOT}/records/${recordId}/arm`, seen));
  }

  async schedule(recordId: string, releaseAt: string | null): Promise<void> {
    await firstValueFrom(this.http.post(`${ROOT}/records/${recordId}/schedule`, { releaseAt }));
  }

  async cancel(recordId: string): Promise<void> {
    await firstValueFrom(this.http.post(`${ROOT}/records/${recordId}/cancel`, {}));
  }

  press(editionId: string, recordIds: readonly string[]): Promise<RevealAnswer> {
    return firstValueFrom(
      this.http.post<RevealAnswer>(`${ROOT}/${editionId}/press`, { recordIds }),
    );
  }

  async stop(editionId: string): Promise<void> {
    await firstValueFrom(this.http.post(`${ROOT}/${editionId}/stop`, {}));
  }

  stage(place: StagePlace): Promise<StageView> {
    return firstValueFrom(this.http.get<StageView>(addressOf(place)));
  }

  control(place: StagePlace): Promise<StageControlView> {
    return firstValueFrom(this.http.get<StageControlView>(`${addressOf(place)}/control`));
  }

  move(place: StagePlace, control: ControlStage): Promise<StageControlView> {
    return firstValueFrom(this.http.put<StageControlView>(`${addressOf(place)}/control`, control));
  }

  setStage(editionId: string, settings: SetStage): Promise<StageControlView> {
    return firstValueFrom(
      this.http.put<StageControlView>(`/api/stage/${editionId}/settings`, settings),
    );
  }
}

/** The stage of an edition, or the rehearsal of it with invented names. */
export interface StagePlace {
  readonly editionId: string;
  readonly rehearsal: boolean;
}

function addressOf({ editionId, rehearsal }: StagePlace): string {
  return `/api/stage/${editionId}${rehearsal ? '/rehearsal' : ''}`;
}
