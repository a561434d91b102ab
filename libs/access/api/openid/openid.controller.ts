import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import {
  BeginOpenId,
  EndIdentity,
  type IdentitiesView,
  type LinkBegunView,
  type ProviderView,
} from '@award/access/contract';
import { Acting, Public, SignedIn } from '../can';
import type { Principal } from '../principal';
import { Identities } from './identities.service';
import { OpenIdDoor } from './openid-door.service';
import { OpenIdProviders } from './openid-providers';

@Controller('api')
export class OpenIdController {
  constructor(
    private readonly providers: OpenIdProviders,
    private readonly door: OpenIdDoor,
    private readonly identities: Identities,
  ) {}

  @Get('sign-in/providers')
  @Public()
  list(): ProviderView[] {
    return this.providers.list();
  }

  @Get('sign-in/openid/:provider')
  @Public()
  async leave(
    @Param('provider') key: string,
    @Query() order: BeginOpenId,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.door.leave(request, response, key, order);
  }

  @Get('sign-in/openid/:provider/callback')
  @Public()
  async enter(
    @Param('provider') key: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.door.enter(request, response, key);
  }

  @Get('me/identities')
  @SignedIn()
  mine(@Acting() me: Principal): Promise<IdentitiesView> {
    return this.identities.mine(me);
  }

  @Post('me/identities/end')
  @SignedIn()
  @HttpCode(204)
  end(@Acting() me: Principal, @Body() { id }: EndIdentity): Promise<void> {
    return this.identities.end(me, id);
  }

  @Post('me/identities/link/:provider')
  @SignedIn()
  @HttpCode(200)
  link(
    @Acting() me: Principal,
    @Param('provider') key: string,
    @Body() order: BeginOpenId,
    @Req() request: Request,
  ): LinkBegunView {
    return this.door.beginLink(request, me, key, order);
  }

  @Post('sign-out/everywhere')
  @SignedIn()
  @HttpCode(204)
  everywhere(@Acting() me: Principal): Promise<void> {
    return this.identities.signOutEverywhere(me);
  }
}
