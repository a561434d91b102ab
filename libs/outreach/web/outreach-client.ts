import { HttpClient, HttpParams } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type {
  CorrectAddress,
  InvitationDraft,
  InvitationOrder,
  InvitationPreview,
  InvitedView,
  OutreachCount,
  OutreachDetail,
  OutreachMap,
  OutreachPage,
  Progress,
  RemindedView,
  ReminderPreview,
  UndeliveredPage,
  UndeliveredView,
} from '@award/outreach/contract';

const ROOT = '/api/outreach';

export interface OutreachFilter {
  search?: string;
  county?: string;
  classCode?: string;
  progress?: Progress;
  after?: string;
}

@Injectable({ providedIn: 'root' })
export class OutreachClient {
  private readonly http = inject(HttpClient);

  async undelivered(editionId: string): Promise<UndeliveredView[]> {
    const params = new HttpParams({ fromObject: { editionId } });
    const page = await firstValueFrom(
      this.http.get<UndeliveredPage>(`${ROOT}/undelivered`, { params }),
    );
    return page.undelivered;
  }

  async sendAgain(mailId: string): Promise<void> {
    await firstValueFrom(this.http.post(`${ROOT}/undelivered/${mailId}/send-again`, {}));
  }

  async closeUndelivered(mailId: string): Promise<void> {
    await firstValueFrom(this.http.post(`${ROOT}/undelivered/${mailId}/close`, {}));
  }

  async correct(invitationId: string, order: CorrectAddress): Promise<void> {
    await firstValueFrom(this.http.post(`${ROOT}/invitations/${invitationId}/correct`, order));
  }

  list(editionId: string, filter: OutreachFilter = {}): Promise<OutreachPage> {
    const chosen = Object.fromEntries(Object.entries(filter).filter(([, value]) => value));
    const params = new HttpParams({ fromObject: { editionId, ...chosen } });
    return firstValueFrom(this.http.get<OutreachPage>(`${ROOT}/municipalities`, { params }));
  }

  one(editionId: string, municipalityId: string): Promise<OutreachDetail> {
    const params = new HttpParams({ fromObject: { editionId } });
    return firstValueFrom(
      this.http.get<OutreachDetail>(`${ROOT}/municipalities/${municipalityId}`, { params }),
    );
  }

  map(editionId: string): Promise<OutreachMap> {
    const params = new HttpParams({ fromObject: { editionId } });
    return firstValueFrom(this.http.get<OutreachMap>(`${ROOT}/map`, { params }));
  }

  counts(editionId: string): Promise<OutreachCount[]> {
    const params = new HttpParams({ fromObject: { editionId } });
    return firstValueFrom(this.http.get<OutreachCount[]>(`${ROOT}/counts`, { params }));
  }

  preview(editionId: string, rows: InvitationDraft[]): Promise<InvitationPreview[]> {
    return firstValueFrom(
      this.http.post<InvitationPreview[]>(`${ROOT}/invitations/preview`, { editionId, rows }),
    );
  }

  invite(editionId: string, invitations: InvitationOrder[]): Promise<InvitedView> {
    return firstValueFrom(
      this.http.post<InvitedView>(`${ROOT}/invitations`, { editionId, invitations }),
    );
  }

  async withdraw(invitationId: string): Promise<void> {
    await firstValueFrom(this.http.post(`${ROOT}/invitations/${invitationId}/withdraw`, {}));
  }

  toRemind(editionId: string): Promise<ReminderPreview> {
    const params = new HttpParams({ fromObject: { editionId } });
    return firstValueFrom(this.http.get<ReminderPreview>(`${ROOT}/reminders`, { params }));
  }

  remind(editionId: string, invitations: string[]): Promise<RemindedView> {
    return firstValueFrom(
      this.http.post<RemindedView>(`${ROOT}/reminders`, { editionId, invitations }),
    );
  }
}
