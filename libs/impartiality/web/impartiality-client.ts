import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type {
  Declare,
  MakeRuling,
  MyDeclarationsView,
  RulingsView,
  SeatImpartialityView,
} from '@award/impartiality/contract';

@Injectable({ providedIn: 'root' })
export class ImpartialityClient {
  private readonly http = inject(HttpClient);

  mine(): Promise<MyDeclarationsView> {
    return firstValueFrom(this.http.get<MyDeclarationsView>('/api/impartiality'));
  }

  declare(body: Declare): Promise<MyDeclarationsView> {
    return firstValueFrom(this.http.post<MyDeclarationsView>('/api/impartiality', body));
  }

  rulings(): Promise<RulingsView> {
    return firstValueFrom(this.http.get<RulingsView>('/api/impartiality/rulings'));
  }

  rule(body: MakeRuling): Promise<RulingsView> {
    return firstValueFrom(this.http.post<RulingsView>('/api/impartiality/rulings', body));
  }

  confirm(rulingId: string): Promise<RulingsView> {
    return firstValueFrom(
      this.http.post<RulingsView>(`/api/impartiality/rulings/${rulingId}/confirm`, {}),
    );
  }

  overview(editionId: string, classCode: string): Promise<SeatImpartialityView[]> {
    return firstValueFrom(
      this.http.get<SeatImpartialityView[]>(
        `/api/editions/${editionId}/panels/${classCode}/impartiality`,
      ),
    );
  }
}
