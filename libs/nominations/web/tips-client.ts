import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { SendTip, TipCallView, TipLinkView } from '@award/nominations/contract';
import { withLinkToken } from '@award/ui/web';

const ROOT = '/api/tips';

/** What people without an account ask about tips. */
@Injectable({ providedIn: 'root' })
export class TipsClient {
  private readonly http = inject(HttpClient);

  call(): Promise<TipCallView> {
    return firstValueFrom(this.http.get<TipCallView>(`${ROOT}/call`));
  }

  async send(body: SendTip): Promise<void> {
    await firstValueFrom(this.http.post(ROOT, body));
  }

  open(token: string): Promise<TipLinkView> {
    return firstValueFrom(this.http.get<TipLinkView>(`${ROOT}/link`, withLinkToken(token)));
  }

  confirm(token: string): Promise<TipLinkView> {
    return firstValueFrom(
      this.http.post<TipLinkView>(`${ROOT}/link/confirm`, {}, withLinkToken(token)),
    );
  }
}
