import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom, type Observable } from 'rxjs';
import type { FileView } from '@award/files/contract';
import type { FileRoutes } from '@award/files/web';
import type { MunicipalityPage } from '@award/municipalities/contract';
import type {
  AnswerTip,
  MyEntryView,
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
