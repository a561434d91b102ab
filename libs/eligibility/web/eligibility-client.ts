import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type {
  BulkReport,
  CheckedEntryView,
  DecideEligibility,
  EntryCounts,
  EntryPage,
  ListEntries,
  NameSuccessor,
  Reclassify,
  SuccessorsView,
} from '@award/eligibility/contract';

const ROOT = '/api/eligibility';

/** Where the secretariat opens a file of an entry. */
export function checkedFileAddress(id: string, fileId: string): string {
  return `/api/eligibility/entries/${id}/files/${fileId}`;
}

@Injectable({ providedIn: 'root' })
export class EligibilityClient {
  private readonly http = inject(HttpClient);

  /** Of the edition, or of the one that people work on now. */
  counts(edition: string | undefined): Promise<EntryCounts> {
    const params: Record<string, string> = edition ? { edition } : {};
    return firstValueFrom(this.http.get<EntryCounts>(`${ROOT}/counts`, { params }));
  }

  list(query: ListEntries): Promise<EntryPage> {
    const params = Object.fromEntries(
      Object.entries(query).filter(([, value]) => value !== undefined && value !== ''),
    ) as Record<string, string>;
    return firstValueFrom(this.http.get<EntryPage>(`${ROOT}/entries`, { params }));
  }

  one(id: string): Promise<CheckedEntryView> {
    return firstValueFrom(this.http.get<CheckedEntryView>(`${ROOT}/entries/${id}`));
  }

  startSeveral(ids: readonly string[]): Promise<BulkReport> {
    return firstValueFrom(this.http.post<BulkReport>(`${ROOT}/start-checks`, { ids }));
  }

  decideSeveral(ids: readonly string[], decision: DecideEligibility): Promise<BulkReport> {
    return firstValueFrom(this.http.post<BulkReport>(`${ROOT}/decisions`, { ids, decision }));
  }

  startCheck(id: string): Promise<unknown> {
    return this.act(id, 'start-check', {});
  }

  resumeCheck(id: string): Promise<unknown> {
    return this.act(id, 'resume-check', {});
  }

  reopenCheck(id: string, reason: string): Promise<unknown> {
    return this.act(id, 'reopen-check', { reason });
  }

  decide(id: string, decision: DecideEligibility): Promise<unknown> {
    return this.act(id, 'decision', decision);
  }

  reclassify(id: string, order: Reclassify): Promise<unknown> {
    return this.act(id, 'reclassify', order);
  }

  successors(id: string): Promise<SuccessorsView> {
    return firstValueFrom(this.http.get<SuccessorsView>(`${ROOT}/entries/${id}/successors`));
  }

  nameSuccessor(id: string, order: NameSuccessor): Promise<unknown> {
    return this.act(id, 'successor', order);
  }

  private act(id: string, act: string, body: object): Promise<unknown> {
    return firstValueFrom(this.http.post(`${ROOT}/entries/${id}/${act}`, body));
  }
}
