import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { CaughtMailView, DemoYearView, SampleStop } from '@award/access/contract';
import { firstValueFrom } from 'rxjs';

/** What only a demo installation answers: the sample year and the mail that it has sent. */
@Injectable({ providedIn: 'root' })
export class DemoClient {
  private readonly http = inject(HttpClient);

  year(): Promise<DemoYearView> {
    return firstValueFrom(this.http.get<DemoYearView>('/api/demo/year'));
  }

  /** Plays the sample year to a stop. Takes from 2 to 15 seconds. */
  goTo(stop: SampleStop): Promise<DemoYearView> {
    return firstValueFrom(this.http.post<DemoYearView>('/api/demo/year', { stop }));
  }

  /** The newest hundred, of everybody or of one. */
  mail(recipient: string | undefined): Promise<CaughtMailView[]> {
    const params = recipient ? { recipient } : undefined;
    return firstValueFrom(this.http.get<CaughtMailView[]>('/api/demo/mail', { params }));
  }

  recipients(): Promise<string[]> {
    return firstValueFrom(this.http.get<string[]>('/api/demo/mail/recipients'));
  }
}
