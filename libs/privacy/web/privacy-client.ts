import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { DataAboutView, ErasurePreview, RetentionLine } from '@award/privacy/contract';

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

  whatGoesOf(email: string): Promise<ErasurePreview> {
    return firstValueFrom(
      this.http.post<ErasurePreview>('/api/privacy/erasure/preview', { email }),
    );
  }

  async forget(email: string): Promise<void> {
    await firstValueFrom(this.http.post('/api/privacy/erasure', { email }));
  }

  retention(): Promise<RetentionLine[]> {
    return firstValueFrom(this.http.get<RetentionLine[]>('/api/privacy/retention'));
  }
}
