import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type {
  CandidateView,
  CheckCandidate,
  Declare,
  DeclareInOffice,
  MakeRuling,
  MyDeclarationsView,
  MyRelationsView,
  OfficeImpartialityView,
  RuleInOffice,
  RulingsView,
  SeatImpartialityView,
  TellRelation,
} from '@award/impartiality/contract';

const office = (editionId: string) => `/api/editions/${editionId}/office-impartiality`;

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

  office(editionId: string): Promise<OfficeImpartialityView> {
    return firstValueFrom(this.http.get<OfficeImpartialityView>(office(editionId)));
  }

  declareInOffice(editionId: string, body: DeclareInOffice): Promise<OfficeImpartialityView> {
    return firstValueFrom(this.http.post<OfficeImpartialityView>(office(editionId), body));
  }

  ruleInOffice(editionId: string, body: RuleInOffice): Promise<OfficeImpartialityView> {
    return firstValueFrom(
      this.http.post<OfficeImpartialityView>(`${office(editionId)}/rulings`, body),
    );
  }

  relations(): Promise<MyRelationsView> {
    return firstValueFrom(this.http.get<MyRelationsView>('/api/my-relations'));
  }

  tellRelation(body: TellRelation): Promise<MyRelationsView> {
    return firstValueFrom(this.http.post<MyRelationsView>('/api/my-relations', body));
  }

  renewRelation(id: string): Promise<MyRelationsView> {
    return firstValueFrom(this.http.post<MyRelationsView>(`/api/my-relations/${id}/renew`, {}));
  }

  removeRelation(id: string): Promise<MyRelationsView> {
    return firstValueFrom(this.http.delete<MyRelationsView>(`/api/my-relations/${id}`));
  }

  checkCandidate(
    editionId: string,
    classCode: string,
    body: CheckCandidate,
  ): Promise<CandidateView> {
    return firstValueFrom(
      this.http.post<CandidateView>(
        `/api/editions/${editionId}/panels/${classCode}/candidate-check`,
        body,
      ),
    );
  }
}
