import { HttpClient, HttpParams } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type {
  ChangeContact,
  ContactFileView,
  ContactView,
  CountyView,
  MunicipalityHistory,
  MunicipalityPage,
  RegisterImportView,
} from '@award/municipalities/contract';

@Injectable({ providedIn: 'root' })
export class MunicipalitiesClient {
  private readonly http = inject(HttpClient);

  search(
    text: string,
    options: { invented?: boolean; limit?: number } = {},
  ): Promise<MunicipalityPage> {
    const params = new HttpParams({
      fromObject: {
        search: text,
        limit: options.limit ?? 10,
        invented: String(options.invented ?? false),
      },
    });
    return firstValueFrom(this.http.get<MunicipalityPage>('/api/municipalities', { params }));
  }

  counties(invented = false): Promise<CountyView[]> {
    const params = new HttpParams({ fromObject: { invented: String(invented) } });
    return firstValueFrom(this.http.get<CountyView[]>('/api/municipalities/counties', { params }));
  }

  history(number: string): Promise<MunicipalityHistory> {
    return firstValueFrom(this.http.get<MunicipalityHistory>(`/api/municipalities/${number}`));
  }

  contact(id: string): Promise<ContactView> {
    return firstValueFrom(this.http.get<ContactView>(`/api/register/municipalities/${id}/contact`));
  }

  changeContact(id: string, order: ChangeContact): Promise<ContactView> {
    return firstValueFrom(
      this.http.put<ContactView>(`/api/register/municipalities/${id}/contact`, order),
    );
  }

  previewContacts(csv: string): Promise<ContactFileView> {
    return firstValueFrom(
      this.http.post<ContactFileView>('/api/register/contacts/preview', { csv }),
    );
  }

  applyContacts(csv: string): Promise<ContactFileView> {
    return firstValueFrom(this.http.post<ContactFileView>('/api/register/contacts', { csv }));
  }

  imports(): Promise<RegisterImportView[]> {
    return firstValueFrom(this.http.get<RegisterImportView[]>('/api/register/imports'));
  }
}
