import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type {
  ActAs,
  BeginOpenId,
  DemoRoleView,
  IdentitiesView,
  LinkBegunView,
  MeView,
  ProviderView,
  RequestCode,
  SignedOutView,
  SignIn,
} from '@award/access/contract';

@Injectable({ providedIn: 'root' })
export class AccessClient {
  private readonly http = inject(HttpClient);

  me(): Promise<MeView> {
    return firstValueFrom(this.http.get<MeView>('/api/me'));
  }

  async requestCode(request: RequestCode): Promise<void> {
    await firstValueFrom(this.http.post('/api/sign-in/code', request));
  }

  async signIn(request: SignIn): Promise<void> {
    await firstValueFrom(this.http.post('/api/sign-in', request));
  }

  demoRoles(): Promise<DemoRoleView[]> {
    return firstValueFrom(this.http.get<DemoRoleView[]>('/api/sign-in/demo-roles'));
  }

  async signInAsDemo(key: string): Promise<void> {
    await firstValueFrom(this.http.post('/api/sign-in/demo', { key }));
  }

  async actAs(request: ActAs): Promise<void> {
    await firstValueFrom(this.http.post('/api/act-as', request));
  }

  signOut(): Promise<SignedOutView> {
    return firstValueFrom(this.http.post<SignedOutView>('/api/sign-out', {}));
  }

  async signOutEverywhere(): Promise<void> {
    await firstValueFrom(this.http.post('/api/sign-out/everywhere', {}));
  }

  providers(): Promise<ProviderView[]> {
    return firstValueFrom(this.http.get<ProviderView[]>('/api/sign-in/providers'));
  }

  identities(): Promise<IdentitiesView> {
    return firstValueFrom(this.http.get<IdentitiesView>('/api/me/identities'));
  }

  beginLink(provider: string, order: BeginOpenId): Promise<LinkBegunView> {
    return firstValueFrom(
      this.http.post<LinkBegunView>(`/api/me/identities/link/${provider}`, order),
    );
  }

  async endIdentity(id: string): Promise<void> {
    await firstValueFrom(this.http.post('/api/me/identities/end', { id }));
  }
}
