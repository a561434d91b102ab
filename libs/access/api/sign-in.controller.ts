import { Body, Controller, Get, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { Request, Response } from 'express';
import {
  ActAs,
  ChangeLanguage,
  DemoSignIn,
  type MeView,
  RequestCode,
  SignIn,
  type SignedOutView,
} from '@award/access/contract';
import { DemoRoles } from './demo-roles.service';
import { OpenIdProviders } from './openid/openid-providers';
import { BrowserCookies } from './browser-cookies';
import { Acting, MaybeActing, Public, SignedIn } from './can';
import type { Principal } from './principal';
import { SESSION_COOKIES } from './session';
import { CodeGuard, DemoGuard } from './sign-in.strategies';
import { SignInService } from './sign-in.service';
import { From } from './source-of';
import { ActingGrant } from './acting-grant.service';

@Controller('api')
export class SignInController {
  constructor(
    private readonly signIn: SignInService,
    private readonly acting: ActingGrant,
    private readonly demoRoles: DemoRoles,
    private readonly providers: OpenIdProviders,
    private readonly cookies: BrowserCookies,
  ) {}

  @Get('me')
  @Public()
  me(@MaybeActing() principal: Principal | null, @Req() request: Request): Promise<MeView> {
    return this.signIn.me(principal, request.session ?? {});
  }

  @Post('sign-in/code')
  @Public()
  @HttpCode(204)
  async requestCode(
    @Body() { email }: RequestCode,
    @From() from: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const known = this.cookies.known(request, email);
    await this.signIn.requestCode(email, { browser: this.cookies.begin(response), from, known });
  }

  @Post('sign-in')
  @Public()
  @HttpCode(200)
  @UseGuards(CodeGuard)
  withCode(
    @Body() { email }: SignIn,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<MeView> {
    this.cookies.remember(request, response, email);
    return this.acting.begin(request);
  }

  @Get('sign-in/demo-roles')
  @Public()
  roles() {
    return this.demoRoles.list();
  }

  @Post('sign-in/demo')
  @Public()
  @HttpCode(200)
  @UseGuards(DemoGuard)
  inDemo(@Body() _body: DemoSignIn, @Req() request: Request): Promise<MeView> {
    return this.acting.begin(request);
  }

  @Post('act-as')
  @SignedIn()
  @HttpCode(200)
  actAs(@Body() body: ActAs, @Req() request: Request): Promise<MeView> {
    return this.acting.choose(request, body.grantId);
  }

  @Post('me/language')
  @SignedIn()
  @HttpCode(204)
  language(@Body() body: ChangeLanguage, @Acting() principal: Principal): Promise<void> {
    return this.signIn.changeLanguage(principal, body.language);
  }

  @Post('sign-out')
  @Public()
  @HttpCode(200)
  async signOut(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SignedOutView> {
    const { provider } = request.session;
    await new Promise<void>((done, fail) =>
      request.session.destroy((error) => (error ? fail(error) : done())),
    );
    for (const name of SESSION_COOKIES)
      response.clearCookie(name, { path: '/', secure: name.startsWith('__Host-') });
    return { goOnTo: provider ? await this.providers.signOutAddress(provider) : null };
  }
}
