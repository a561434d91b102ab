import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { Follow } from '@award/publication/contract';

@Injectable({ providedIn: 'root' })
export class FollowClient {
  private readonly http = inject(HttpClient);

  async ask(wish: Follow): Promise<void> {
    await firstValueFrom(this.http.post('/api/follow', wish));
  }

  async confirm(token: string): Promise<void> {
    const headers = { 'link-token': token };
    await firstValueFrom(this.http.post('/api/follow/confirm', null, { headers }));
  }

  async stop(token: string): Promise<void> {
    const params = { link: token };
    await firstValueFrom(this.http.post('/api/follow/stop', null, { params }));
  }
}
