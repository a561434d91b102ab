import { HttpBackend, HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { DeviceKeyView } from '@award/scoring/contract';

/** To the server, past what lies on the device. */
@Injectable({ providedIn: 'root' })
export class StraightLine {
  private readonly http = new HttpClient(inject(HttpBackend));

  get<T>(address: string): Promise<T> {
    return firstValueFrom(this.http.get<T>(address));
  }

  deviceKey(csrf: string | null): Promise<DeviceKeyView> {
    const headers = { 'x-csrf-token': csrf ?? '' };
    return firstValueFrom(
      this.http.post<DeviceKeyView>('/api/scoring/device-key', {}, { headers }),
    );
  }
}
