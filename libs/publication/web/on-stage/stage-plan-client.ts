import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type {
  ClearancesView,
  ClearPerson,
  MyStagePartyView,
  RunSheetView,
  SaveStageClassPlan,
  SaveStageParty,
  StagePlanView,
} from '@award/publication/contract';

const ROOT = '/api/stage-plan';

/** What is prepared for the stage: by the municipality its own people, by the secretariat the rest. */
@Injectable({ providedIn: 'root' })
export class StagePlanClient {
  private readonly http = inject(HttpClient);

  mine(): Promise<MyStagePartyView> {
    return firstValueFrom(this.http.get<MyStagePartyView>(`${ROOT}/mine`));
  }

  save(answer: SaveStageParty): Promise<MyStagePartyView> {
    return firstValueFrom(this.http.put<MyStagePartyView>(`${ROOT}/mine`, answer));
  }

  plan(): Promise<StagePlanView> {
    return firstValueFrom(this.http.get<StagePlanView>(ROOT));
  }

  ask(editionId: string, dueAt: string): Promise<StagePlanView> {
    return firstValueFrom(this.http.post<StagePlanView>(`${ROOT}/${editionId}/call`, { dueAt }));
  }

  remind(editionId: string): Promise<{ reminded: number }> {
    return firstValueFrom(this.http.post<{ reminded: number }>(`${ROOT}/${editionId}/remind`, {}));
  }

  async correct(editionId: string, nominationId: string, answer: SaveStageParty): Promise<void> {
    await firstValueFrom(this.http.put(`${ROOT}/${editionId}/parties/${nominationId}`, answer));
  }

  present(editionId: string, classCode: string, plan: SaveStageClassPlan): Promise<StagePlanView> {
    return firstValueFrom(
      this.http.put<StagePlanView>(`${ROOT}/${editionId}/classes/${classCode}`, plan),
    );
  }

  runSheet(editionId: string): Promise<RunSheetView> {
    return firstValueFrom(this.http.get<RunSheetView>(`${ROOT}/${editionId}/run-sheet`));
  }

  clearances(editionId: string): Promise<ClearancesView> {
    return firstValueFrom(this.http.get<ClearancesView>(`${ROOT}/${editionId}/clearances`));
  }

  clear(editionId: string, person: ClearPerson): Promise<ClearancesView> {
    return firstValueFrom(
      this.http.post<ClearancesView>(`${ROOT}/${editionId}/clearances`, person),
    );
  }

  endClearance(editionId: string, id: string): Promise<ClearancesView> {
    return firstValueFrom(
      this.http.post<ClearancesView>(`${ROOT}/${editionId}/clearances/${id}/end`, {}),
    );
  }
}
