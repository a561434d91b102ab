import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { GiveRole, PersonWithRoles } from '@award/access/contract';

@Injectable({ providedIn: 'root' })
export class PeopleClient {
  private readonly http = inject(HttpClient);

  list(): Promise<PersonWithRoles[]> {
    return firstValueFrom(this.http.get<PersonWithRoles[]>('/api/people'));
  }

  async give(order: GiveRole): Promise<void> {
    await firstValueFrom(this.http.post('/api/people', order));
  }

  async end(grantId: string): Promise<void> {
    await firstValueFrom(this.http.post(`/api/people/grants/${grantId}/end`, {}));
  }
}
