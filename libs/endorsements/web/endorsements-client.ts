import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type {
  AnswerEndorsement,
  AnswerSurvey,
  AskPartner,
  MendPartnerAddress,
  OwnSurveyView,
  PartnerCountsView,
  PartnerLinkView,
  PartnersUndelivered,
  PartnersView,
  PassOnView,
  SaveOwnSurvey,
} from '@award/endorsements/contract';
import type { MyEntryView } from '@award/nominations/contract';
import { withLinkToken } from '@award/ui/web';

@Injectable({ providedIn: 'root' })
export class EndorsementsClient {
  private readonly http = inject(HttpClient);

  /** The partners of the municipality's own entry; null when it has none. */
  async mine(): Promise<PartnersView | null> {
    const { entry } = await firstValueFrom(this.http.get<MyEntryView>('/api/nominations/mine'));
    return entry === null || entry.state === 'tipped' ? null : this.partners(entry.id);
  }

  partners(nominationId: string): Promise<PartnersView> {
    return firstValueFrom(this.http.get<PartnersView>(`/api/nominations/${nominationId}/partners`));
  }

  ask(nominationId: string, body: AskPartner): Promise<PartnersView> {
    return this.act(`/api/nominations/${nominationId}/partners`, body);
  }

  askAgain(partnerId: string): Promise<PartnersView> {
    return this.act(`/api/partners/${partnerId}/ask-again`);
  }

  mendAddress(partnerId: string, body: MendPartnerAddress): Promise<PartnersView> {
    return this.act(`/api/partners/${partnerId}/mend-address`, body);
  }

  /** How many partners the mail did not reach. */
  async undelivered(nominationId: string): Promise<number> {
    const { count } = await firstValueFrom(
      this.http.get<PartnersUndelivered>(`/api/nominations/${nominationId}/partners/undelivered`),
    );
    return count;
  }

  revoke(partnerId: string): Promise<PartnersView> {
    return this.act(`/api/partners/${partnerId}/revoke`);
  }

  makePassOn(nominationId: string): Promise<PartnersView> {
    return this.act(`/api/nominations/${nominationId}/pass-on`);
  }

  endPassOn(nominationId: string): Promise<PartnersView> {
    return this.act(`/api/nominations/${nominationId}/pass-on/end`);
  }

  saveOwn(nominationId: string, body: SaveOwnSurvey): Promise<OwnSurveyView> {
    return firstValueFrom(
      this.http.put<OwnSurveyView>(`/api/nominations/${nominationId}/own-survey`, body),
    );
  }

  counts(nominationId: string): Promise<PartnerCountsView> {
    return firstValueFrom(
      this.http.get<PartnerCountsView>(`/api/nominations/${nominationId}/partner-counts`),
    );
  }

  openLink(token: string): Promise<PartnerLinkView> {
    return firstValueFrom(
      this.http.get<PartnerLinkView>('/api/partner-link', withLinkToken(token)),
    );
  }

  endorse(token: string, body: AnswerEndorsement): Promise<PartnerLinkView> {
    return firstValueFrom(
      this.http.post<PartnerLinkView>('/api/partner-link/endorsement', body, withLinkToken(token)),
    );
  }

  answerSurvey(token: string, body: AnswerSurvey): Promise<PartnerLinkView> {
    return firstValueFrom(
      this.http.post<PartnerLinkView>('/api/partner-link/survey', body, withLinkToken(token)),
    );
  }

  openPassOn(token: string): Promise<PassOnView> {
    return firstValueFrom(this.http.get<PassOnView>('/api/partner-pass-on', withLinkToken(token)));
  }

  async join(token: string, body: AskPartner): Promise<void> {
    await firstValueFrom(this.http.post('/api/partner-pass-on', body, withLinkToken(token)));
  }

  private act(address: string, body: object = {}): Promise<PartnersView> {
    return firstValueFrom(this.http.post<PartnersView>(address, body));
  }
}
