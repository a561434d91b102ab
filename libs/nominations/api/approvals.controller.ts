import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import {
  Acting,
  Can,
  From,
  Id,
  IdempotencyKey,
  LinkToken,
  type Principal,
  Public,
} from '@award/access/api';
import {
  type ApprovalLinkView,
  type ApprovalsView,
  Approve,
  AskApproval,
  StateChange,
} from '@award/nominations/contract';
import { Approvals } from './approvals.service';

/** Approval of the municipality's own entry, and what its approvers do by their links. */
@Controller('api')
export class ApprovalsController {
  constructor(private readonly approvals: Approvals) {}

  @Get('nominations/:id/approvals')
  @Can('nomination:read')
  ofEntry(@Id('id') id: string, @Acting() principal: Principal): Promise<ApprovalsView> {
    return this.approvals.ofEntry(principal, id);
  }

  @Post('nominations/:id/approvals')
  @Can('approval:ask')
  @HttpCode(200)
  ask(
    @Id('id') id: string,
    @Body() body: AskApproval,
    @Acting() principal: Principal,
    @IdempotencyKey() key: string,
  ): Promise<ApprovalsView> {
    return this.approvals.ask(principal, id, body, key);
  }

  @Post('approvals/:approvalId/revoke')
  @Can('approval:ask')
  @HttpCode(200)
  revoke(
    @Id('approvalId') approvalId: string,
    @Acting() principal: Principal,
    @IdempotencyKey() key: string,
  ): Promise<ApprovalsView> {
    return this.approvals.revoke(principal, approvalId, key);
  }

  @Post('approvals/:approvalId/change')
  @Can('approval:ask')
  @HttpCode(200)
  stateChange(
    @Id('approvalId') approvalId: string,
    @Body() body: StateChange,
    @Acting() principal: Principal,
    @IdempotencyKey() key: string,
  ): Promise<ApprovalsView> {
    return this.approvals.stateChange(principal, approvalId, body, key);
  }

  @Get('approval-link')
  @Public()
  open(@LinkToken() token: string): Promise<ApprovalLinkView> {
    return this.approvals.open(token);
  }

  @Post('approval-link/approve')
  @Public()
  @HttpCode(200)
  approve(
    @LinkToken() token: string,
    @Body() body: Approve,
    @From() from: string,
  ): Promise<ApprovalLinkView> {
    return this.approvals.approve(token, body, from);
  }

  @Post('approval-link/take-back')
  @Public()
  @HttpCode(200)
  takeBack(@LinkToken() token: string, @From() from: string): Promise<ApprovalLinkView> {
    return this.approvals.takeBack(token, from);
  }
}
