import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { FileView } from '@award/files/contract';
import type { FileRoutes } from '@award/files/web';
import type { ImagesView, ReplaceImage } from '@award/publication/contract';

const ROOT = '/api/images';

/** The pictures that are published with the finalists. */
@Injectable({ providedIn: 'root' })
export class ImagesClient {
  private readonly http = inject(HttpClient);

  of(editionId: string): Promise<ImagesView> {
    return firstValueFrom(this.http.get<ImagesView>(`${ROOT}/editions/${editionId}`));
  }

  choose(editionId: string, fileIds: readonly string[], leaveOut: boolean): Promise<ImagesView> {
    const body = { fileIds, leaveOut };
    return firstValueFrom(this.http.post<ImagesView>(`${ROOT}/editions/${editionId}/choose`, body));
  }

  withdraw(imageId: string, reason: string): Promise<ImagesView> {
    return firstValueFrom(this.http.post<ImagesView>(`${ROOT}/${imageId}/withdraw`, { reason }));
  }

  replace(imageId: string, body: ReplaceImage): Promise<ImagesView> {
    return firstValueFrom(this.http.post<ImagesView>(`${ROOT}/${imageId}/replace`, body));
  }

  /** Where a picture is sent that is to take the place of another. */
  filesFor(imageId: string): FileRoutes {
    const root = `${ROOT}/${imageId}/files`;
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
}
