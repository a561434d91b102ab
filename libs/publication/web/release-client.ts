import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type {
  ControlStage,
  ReleaseRoomView,
  RevealAnswer,
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

  stage(editionId: string): Promise<StageView> {
    return firstValueFrom(this.http.get<StageView>(`/api/stage/${editionId}`));
  }

  control(editionId: string): Promise<StageControlView> {
    return firstValueFrom(this.http.get<StageControlView>(`/api/stage/${editionId}/control`));
  }

  move(editionId: string, control: ControlStage): Promise<StageControlView> {
    return firstValueFrom(
      this.http.put<StageControlView>(`/api/stage/${editionId}/control`, control),
    );
  }
}
