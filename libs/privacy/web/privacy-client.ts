import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type {
  ChangePeriod,
  DataAboutView,
  ErasurePreview,
  PeriodView,
  RetentionLine,
} from '@award/privacy/contract';

@Injectable({ providedIn: 'root' })
export class PrivacyClient {
  private readonly http = inject(HttpClient);

  myData(language: string): Promise<DataAboutView> {
    return firstValueFrom(this.http.get<DataAboutView>('/api/my-data', { params: { language } }));
  }

  whatGoesOfMine(): Promise<ErasurePreview> {
    return firstValueFrom(this.http.get<ErasurePreview>('/api/my-data/erasure'));
  }

  async forgetMe(): Promise<void> {
    await firstValueFrom(this.http.post('/api/my-data/erasure', {}));
  }

  dataOf(email: string, language: string): Promise<DataAboutView> {
    const params = { language };
    return firstValueFrom(
      this.http.post<DataAboutView>('/api/privacy/data', { email }, { params }),
    );
  }

  /** A PDF to hand over to who asks. */
  fileOf(email: string, language: string): Promise<Blob> {
    const options = { params: { language }, responseType: 'blob' } as const;
    return firstValueFrom(this.http.post('/api/privacy/data/file', { email }, options));
  }

  whatGoesOf(email: string): Promise<ErasurePreview> {
    return firstValueFrom(
      this.http.post<ErasurePreview>('/api/privacy/erasure/preview', { email }),
    );
  }

  async forget(email: string): Promise<void> {
    await firstValueFrom(this.http.post('/api/privacy/erasure', { email }));
  }

  periods(): Promise<PeriodView[]> {
    return firstValueFrom(this.http.get<PeriodView[]>('/api/privacy/periods'));
  }

  /** `key`: the same for the same wish, however often it is sent. */
  setPeriod(kind: string, order: ChangePeriod, key: string): Promise<PeriodView> {
    const headers = { 'Idempotency-Key': key };
    return firstValueFrom(
      this.http.put<PeriodView>(`/api/privacy/periods/${kind}`, order, { headers }),
    );
  }

  retention(): Promise<RetentionLine[]> {
    return firstValueFrom(this.http.get<RetentionLine[]>('/api/privacy/retention'));
  }
}
