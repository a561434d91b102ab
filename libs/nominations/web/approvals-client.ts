import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type {
  ApprovalLinkView,
  ApprovalsView,
  AskApproval,
  MyEntryView,
  StateChange,
} from '@award/nominations/contract';
import { withLinkToken } from '@award/ui/web';

/** Approval by link: what the municipality does, and what the approver does without an account. */
@Injectable({ providedIn: 'root' })
export class ApprovalsClient {
  private readonly http = inject(HttpClient);

  /** Of the municipality's own entry; null when it has none. */
  async mine(): Promise<ApprovalsView | null> {
    const { entry } = await firstValueFrom(this.http.get<MyEntryView>('/api/nominations/mine'));
    if (entry === null) return null;
    return firstValueFrom(this.http.get<ApprovalsView>(`/api/nominations/${entry.id}/approvals`));
  }

  ask(nominationId: string, body: AskApproval): Promise<ApprovalsView> {
    return this.act(`/api/nominations/${nominationId}/approvals`, body);
  }

  revoke(approvalId: string): Promise<ApprovalsView> {
    return this.act(`/api/approvals/${approvalId}/revoke`, {});
  }

  stateChange(approvalId: string, body: StateChange): Promise<ApprovalsView> {
    return this.act(`/api/approvals/${approvalId}/change`, body);
  }

  openLink(token: string): Promise<ApprovalLinkView> {
    return firstValueFrom(
      this.http.get<ApprovalLinkView>('/api/approval-link', withLinkToken(token)),
    );
  }

  approve(token: string, sha256: string): Promise<ApprovalLinkView> {
    return this.press(token, 'approve', { sha256 });
  }

  takeBack(token: string): Promise<ApprovalLinkView> {
    return this.press(token, 'take-back', {});
  }

  private act(address: string, body: object): Promise<ApprovalsView> {
    return firstValueFrom(this.http.post<ApprovalsView>(address, body));
  }

  private press(token: string, act: string, body: object): Promise<ApprovalLinkView> {
    return firstValueFrom(
      this.http.post<ApprovalLinkView>(`/api/approval-link/${act}`, body, withLinkToken(token)),
    );
  }
}
