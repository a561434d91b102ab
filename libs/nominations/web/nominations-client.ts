import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom, type Observable } from 'rxjs';
import type { FileView } from '@award/files/contract';
import type { FileRoutes } from '@award/files/web';
import type { MunicipalityPage } from '@award/municipalities/contract';
import type {
  AnswerTip,
  MyEntryView,
  PresenceView,
  SaveDraft,
  SavedView,
  SubmittedView,
  VersionPage,
  VersionView,
} from '@award/nominations/contract';
import { documentLanguage } from '@award/ui/web';

const ROOT = '/api/nominations';

/** Where a version that was sent is kept as a PDF; `locale` is the language around the entry's own words. */
export function sentPdf(id: string, versionNumber: number, locale: string): string {
  return `${ROOT}/${id}/versions/${versionNumber}/pdf?language=${documentLanguage(locale)}`;
}

/** Where the municipality opens a file of its own entry. */
export function fileAddress(id: string, fileId: string): string {
  return `${ROOT}/${id}/files/${fileId}/content`;
}

@Injectable({ providedIn: 'root' })
export class NominationsClient {
  private readonly http = inject(HttpClient);

  mine(): Promise<MyEntryView> {
    return firstValueFrom(this.http.get<MyEntryView>(`${ROOT}/mine`));
  }

  start(): Promise<MyEntryView> {
    return firstValueFrom(this.http.post<MyEntryView>(`${ROOT}/mine`, {}));
  }

  /** `key` stays the same when the same save is tried again, so that it is done once. */
  save(id: string, body: SaveDraft, key: string): Promise<SavedView> {
    const headers = { 'Idempotency-Key': key };
    return firstValueFrom(this.http.put<SavedView>(`${ROOT}/${id}`, body, { headers }));
  }

  sayPresent(id: string, part: string | null, lockVersion: number): Promise<PresenceView> {
    const body = part === null ? { lockVersion } : { part, lockVersion };
    return firstValueFrom(this.http.post<PresenceView>(`${ROOT}/${id}/presence`, body));
  }

  async leave(id: string): Promise<void> {
    await firstValueFrom(this.http.post(`${ROOT}/${id}/presence/leave`, {}));
  }

  submit(id: string, lockVersion: number): Promise<SubmittedView> {
    return this.act<SubmittedView>(id, 'submit', { lockVersion });
  }

  takeBack(id: string): Promise<unknown> {
    return this.act(id, 'take-back', {});
  }

  declineHeld(id: string): Promise<unknown> {
    return this.act(id, 'decline-held', {});
  }

  /** When the call has been reopened: writes on in what was held or lapsed. */
  resumeWriting(id: string): Promise<unknown> {
    return this.act(id, 'resume-writing', {});
  }

  withdraw(id: string, reason: string, hideText: boolean): Promise<unknown> {
    return this.act(id, 'withdraw', { reason, hideText });
  }

  hideText(id: string): Promise<unknown> {
    return this.act(id, 'hide-text', {});
  }

  answerTip(id: string, answer: AnswerTip['answer']): Promise<unknown> {
    return this.act(id, 'answer-tip', { answer });
  }

  versions(id: string, before: number | null): Promise<VersionPage> {
    const params: Record<string, string> = before === null ? {} : { before: String(before) };
    return firstValueFrom(this.http.get<VersionPage>(`${ROOT}/${id}/versions`, { params }));
  }

  version(id: string, number: number): Promise<VersionView> {
    return firstValueFrom(this.http.get<VersionView>(`${ROOT}/${id}/versions/${number}`));
  }

  /** At most ten municipalities by name or number, from the register that the edition is about. */
  searchMunicipalities(search: string, invented: boolean): Promise<MunicipalityPage> {
    const params = { search, limit: '10', invented: String(invented) };
    return firstValueFrom(this.http.get<MunicipalityPage>('/api/municipalities', { params }));
  }

  files(id: string): Promise<FileView[]> {
    return firstValueFrom(this.http.get<FileView[]>(`${ROOT}/${id}/files`));
  }

  /** The addresses to which an entry's files are sent. */
  filesOf(id: string): FileRoutes {
    const root = `${ROOT}/${id}/files`;
    const headers = { 'Content-Type': 'application/octet-stream' };
    return {
      begin: (body) => firstValueFrom(this.http.post<FileView>(root, body)),
      one: (file) => firstValueFrom(this.http.get<FileView>(`${root}/${file}`)),
      append: (file, offset, piece) => {
        const params = { offset: String(offset) };
        const at = `${root}/${file}/content`;
        return firstValueFrom(this.http.put<FileView>(at, piece, { params, headers }));
      },
      complete: (file) => firstValueFrom(this.http.post<FileView>(`${root}/${file}/complete`, {})),
    };
  }

  private act<T>(id: string, act: string, body: object): Promise<T> {
    const answer: Observable<T> = this.http.post<T>(`${ROOT}/${id}/${act}`, body);
    return firstValueFrom(answer);
  }
}
