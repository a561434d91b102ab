import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { PartnerVoicesView } from '@award/endorsements/contract';
import type {
  BrokenGlassView,
  CriteriaView,
  LockedView,
  MyEntriesView,
  OpenEntryView,
  OpenSecondRound,
  OtherSheetView,
  ReadingPlanView,
  SavedView,
  SaveNote,
  SaveSheet,
  ScoringProgressView,
  SetReadingPlan,
} from '@award/scoring/contract';

const KEY = 'Idempotency-Key';

/** Where a juror opens a file of an entry. */
export function ownFileAddress(nominationId: string, fileId: string): string {
  return `/api/scoring/entries/${nominationId}/files/${fileId}`;
}

/** Each save names its own key, so that the same save sent again is done once. */
@Injectable({ providedIn: 'root' })
export class ScoringClient {
  private readonly http = inject(HttpClient);

  entries(): Promise<MyEntriesView> {
    return firstValueFrom(this.http.get<MyEntriesView>('/api/scoring/entries'));
  }

  /** Each call is a reading of its own: logged, and told to the jury. */
  breakGlass(editionId: string, classCode: string, reason: string): Promise<BrokenGlassView> {
    const path = `/api/editions/${editionId}/classes/${classCode}/scoring/break-glass`;
    return firstValueFrom(this.http.post<BrokenGlassView>(path, { reason }));
  }

  criteria(): Promise<CriteriaView> {
    return firstValueFrom(this.http.get<CriteriaView>('/api/scoring/criteria'));
  }

  open(nominationId: string): Promise<OpenEntryView> {
    return firstValueFrom(this.http.get<OpenEntryView>(entry(nominationId)));
  }

  partners(nominationId: string): Promise<PartnerVoicesView> {
    return firstValueFrom(this.http.get<PartnerVoicesView>(`${entry(nominationId)}/partners`));
  }

  saveSheet(nominationId: string, body: SaveSheet, key: string): Promise<SavedView> {
    const headers = { [KEY]: key };
    return firstValueFrom(
      this.http.put<SavedView>(`${entry(nominationId)}/sheet`, body, { headers }),
    );
  }

  saveNote(nominationId: string, body: SaveNote, key: string): Promise<SavedView> {
    const headers = { [KEY]: key };
    return firstValueFrom(
      this.http.put<SavedView>(`${entry(nominationId)}/note`, body, { headers }),
    );
  }

  lock(nominationId: string, lockVersion: number): Promise<LockedView> {
    return firstValueFrom(
      this.http.post<LockedView>(`${entry(nominationId)}/sheet/lock`, { lockVersion }),
    );
  }

  reopen(nominationId: string, lockVersion: number): Promise<LockedView> {
    return firstValueFrom(
      this.http.post<LockedView>(`${entry(nominationId)}/sheet/reopen`, { lockVersion }),
    );
  }

  sheetsOf(nominationId: string): Promise<OtherSheetView[]> {
    return firstValueFrom(this.http.get<OtherSheetView[]>(`${entry(nominationId)}/sheets`));
  }

  readingPlan(editionId: string, classCode: string): Promise<ReadingPlanView> {
    return firstValueFrom(this.http.get<ReadingPlanView>(plan(editionId, classCode)));
  }

  setReadingPlan(
    editionId: string,
    classCode: string,
    body: SetReadingPlan,
  ): Promise<ReadingPlanView> {
    return firstValueFrom(this.http.put<ReadingPlanView>(plan(editionId, classCode), body));
  }

  openSecondRound(editionId: string, classCode: string): Promise<ScoringProgressView> {
    const body: OpenSecondRound = { acknowledgeMissing: true };
    return firstValueFrom(
      this.http.post<ScoringProgressView>(`${scoring(editionId, classCode)}/second-round`, body),
    );
  }

  progress(editionId: string, classCode: string): Promise<ScoringProgressView> {
    return firstValueFrom(this.http.get<ScoringProgressView>(scoring(editionId, classCode)));
  }

  openScoring(editionId: string, classCode: string): Promise<ScoringProgressView> {
    return firstValueFrom(
      this.http.post<ScoringProgressView>(`${scoring(editionId, classCode)}/open`, {}),
    );
  }

  closeScoring(
    editionId: string,
    classCode: string,
    acknowledgeMissing: boolean,
  ): Promise<ScoringProgressView> {
    return firstValueFrom(
      this.http.post<ScoringProgressView>(`${scoring(editionId, classCode)}/close`, {
        acknowledgeMissing,
      }),
    );
  }

  skipScoring(editionId: string, classCode: string): Promise<ScoringProgressView> {
    return firstValueFrom(
      this.http.post<ScoringProgressView>(`${scoring(editionId, classCode)}/skip`, {}),
    );
  }
}

function entry(nominationId: string): string {
  return `/api/scoring/entries/${nominationId}`;
}

function scoring(editionId: string, classCode: string): string {
  return `/api/editions/${editionId}/classes/${classCode}/scoring`;
}

function plan(editionId: string, classCode: string): string {
  return `/api/editions/${editionId}/classes/${classCode}/reading-plan`;
}
