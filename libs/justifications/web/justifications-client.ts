import { HttpClient, HttpHeaders } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { ClassRef } from '@award/deliberation/web';
import type {
  JustificationListView,
  JustificationView,
  ReadText,
  RemarksView,
  ReopenJustification,
  SavedJustification,
  SaveJustification,
  WriteRemark,
} from '@award/justifications/contract';

/** The justifications of a class's finalists, as the server tells them. */
@Injectable({ providedIn: 'root' })
export class JustificationsClient {
  private readonly http = inject(HttpClient);

  list(of: ClassRef): Promise<JustificationListView> {
    return firstValueFrom(this.http.get<JustificationListView>(pathOf(of)));
  }

  view(of: ClassRef, nominationId: string): Promise<JustificationView> {
    return firstValueFrom(this.http.get<JustificationView>(`${pathOf(of)}/${nominationId}`));
  }

  /** `key` is the intent's: a save that is tried again with the same key is done once. */
  save(
    of: ClassRef,
    nominationId: string,
    body: SaveJustification,
    key: string,
  ): Promise<SavedJustification> {
    return firstValueFrom(
      this.http.put<SavedJustification>(`${pathOf(of)}/${nominationId}`, body, {
        headers: new HttpHeaders({ 'Idempotency-Key': key }),
      }),
    );
  }

  signOff(of: ClassRef, nominationId: string, body: ReadText): Promise<void> {
    return firstValueFrom(this.http.post<void>(`${pathOf(of)}/${nominationId}/sign-off`, body));
  }

  seal(of: ClassRef, nominationId: string, body: ReadText): Promise<void> {
    return firstValueFrom(this.http.post<void>(`${pathOf(of)}/${nominationId}/seal`, body));
  }

  reopen(of: ClassRef, nominationId: string, body: ReopenJustification): Promise<void> {
    return firstValueFrom(this.http.post<void>(`${pathOf(of)}/${nominationId}/reopen`, body));
  }

  remarks(of: ClassRef, nominationId: string): Promise<RemarksView> {
    return firstValueFrom(this.http.get<RemarksView>(`${pathOf(of)}/${nominationId}/remarks`));
  }

  remark(of: ClassRef, nominationId: string, body: WriteRemark, key: string): Promise<RemarksView> {
    return firstValueFrom(
      this.http.post<RemarksView>(`${pathOf(of)}/${nominationId}/remarks`, body, {
        headers: new HttpHeaders({ 'Idempotency-Key': key }),
      }),
    );
  }

  settleRemark(of: ClassRef, nominationId: string, id: string): Promise<RemarksView> {
    return firstValueFrom(
      this.http.post<RemarksView>(`${pathOf(of)}/${nominationId}/remarks/${id}/settle`, {}),
    );
  }
}

function pathOf({ editionId, classCode }: ClassRef): string {
  return `/api/editions/${editionId}/classes/${classCode}/justifications`;
}
