import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type {
  ChangeSeat,
  DeclineSeat,
  InviteToSeat,
  MySeatView,
  PanelView,
  SeatOfficeView,
  SeatReason,
  StandIn,
} from '@award/jury/contract';

@Injectable({ providedIn: 'root' })
export class JuryClient {
  private readonly http = inject(HttpClient);

  mySeat(): Promise<MySeatView> {
    return firstValueFrom(this.http.get<MySeatView>('/api/my-seat'));
  }

  accept(): Promise<MySeatView> {
    return firstValueFrom(this.http.post<MySeatView>('/api/my-seat/accept', { pledge: true }));
  }

  async decline(body: DeclineSeat): Promise<void> {
    await firstValueFrom(this.http.post('/api/my-seat/decline', body));
  }

  panel(editionId: string, classCode: string): Promise<PanelView> {
    return firstValueFrom(
      this.http.get<PanelView>(`/api/editions/${editionId}/panels/${classCode}`),
    );
  }

  invite(editionId: string, classCode: string, body: InviteToSeat): Promise<SeatOfficeView> {
    return firstValueFrom(
      this.http.post<SeatOfficeView>(`/api/editions/${editionId}/panels/${classCode}/seats`, body),
    );
  }

  change(seatId: string, body: ChangeSeat): Promise<SeatOfficeView> {
    return firstValueFrom(this.http.put<SeatOfficeView>(`/api/seats/${seatId}`, body));
  }

  remove(seatId: string, body: SeatReason): Promise<SeatOfficeView> {
    return firstValueFrom(this.http.post<SeatOfficeView>(`/api/seats/${seatId}/remove`, body));
  }

  standIn(seatId: string, body: StandIn): Promise<SeatOfficeView> {
    return firstValueFrom(this.http.post<SeatOfficeView>(`/api/seats/${seatId}/stand-in`, body));
  }

  standDown(seatId: string, body: SeatReason): Promise<SeatOfficeView> {
    return firstValueFrom(this.http.post<SeatOfficeView>(`/api/seats/${seatId}/stand-down`, body));
  }
}
