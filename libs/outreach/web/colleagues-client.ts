import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { ColleagueRole } from '@award/award';
import type { ColleaguesView, InviteColleague } from '@award/outreach/contract';

@Injectable({ providedIn: 'root' })
export class ColleaguesClient {
  private readonly http = inject(HttpClient);

  list(): Promise<ColleaguesView> {
    return firstValueFrom(this.http.get<ColleaguesView>('/api/colleagues'));
  }

  async invite(order: InviteColleague): Promise<void> {
    await firstValueFrom(this.http.post('/api/colleagues', order));
  }

  async change(personId: string, role: ColleagueRole): Promise<void> {
    await firstValueFrom(this.http.post(`/api/colleagues/${personId}/role`, { role }));
  }

  async remove(personId: string): Promise<void> {
    await firstValueFrom(this.http.post(`/api/colleagues/${personId}/remove`, {}));
  }
}
