import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { GrantView, MeView } from '@award/access/contract';
import type { Principal } from './principal';
import { Refused } from './refused';
import { SignInService } from './sign-in.service';

/** One session acts in one grant at a time. */
@Injectable()
export class ActingGrant {
  constructor(private readonly signIn: SignInService) {}

  /** Starts a signed-in session in the person's newest grant, of a represented municipality if there is one. */
  async begin(request: Request, represented: readonly string[] = []): Promise<MeView> {
    const personId = request.session.passport?.user;
    if (!personId) throw new Refused('not-signed-in');
    const { organisations = [] } = request.session;
    const grants = await this.signIn.grantsOf(personId, organisations);
    const first =
      grants.find(({ municipalityId }) => represented.includes(municipalityId ?? '')) ?? grants[0];
    request.session.csrf = randomBytes(24).toString('base64url');
    return this.act(request, personId, first ?? null);
  }

  async choose(request: Request, grantId: string): Promise<MeView> {
    const principal = request.user as Principal;
    const { organisations = [] } = request.session;
    const held = await this.signIn.grantsOf(principal.personId, organisations);
    const grant = held.find(({ id }) => id === grantId);
    if (!grant) throw new Refused('not-found');
    return this.act(request, principal.personId, grant);
  }

  private async act(request: Request, personId: string, grant: GrantView | null): Promise<MeView> {
    request.session.grantId = grant?.id ?? null;
    await new Promise<void>((done, fail) =>
      request.session.save((error) => (error ? fail(error) : done())),
    );
    await new Promise<void>((done, fail) =>
      request.session.reload((error) => (error ? fail(new Refused('not-signed-in')) : done())),
    );
    const principal = request.session.principal;
    if (principal?.personId !== personId) throw new Refused('not-signed-in');
    return this.signIn.me(principal, request.session);
  }
}
