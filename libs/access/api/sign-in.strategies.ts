import { type ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard, PassportStrategy } from '@nestjs/passport';
import type { Request } from 'express';
import passport from 'passport';
import { Strategy } from 'passport-custom';
import { BrowserCookies } from './browser-cookies';
import { Refused } from './refused';
import { SignInService } from './sign-in.service';
import { sourceOf } from './source-of';

@Injectable()
export class CodeStrategy extends PassportStrategy(Strategy, 'code') {
  constructor(
    private readonly signIn: SignInService,
    private readonly cookies: BrowserCookies,
  ) {
    super();
  }

  async validate(request: Request): Promise<{ personId: string }> {
    const { email, code } = request.body as { email?: unknown; code?: unknown };
    if (typeof email !== 'string' || typeof code !== 'string') throw new Refused('bad-input');
    const asker = { browser: this.cookies.asked(request), from: sourceOf(request.ip) };
    return { personId: await this.signIn.personWithCode(email, code, asker) };
  }
}

@Injectable()
export class DemoStrategy extends PassportStrategy(Strategy, 'demo') {
  constructor(private readonly signIn: SignInService) {
    super();
  }

  async validate(request: Request): Promise<{ personId: string }> {
    const { key } = request.body as { key?: unknown };
    if (typeof key !== 'string') throw new Refused('bad-input');
    return { personId: await this.signIn.personInDemo(key) };
  }
}

/** The session holds the person's id; the store has already loaded who that is and in which grant they act. */
@Injectable()
export class PersonInSession {
  constructor() {
    passport.serializeUser((user, done) => done(null, (user as { personId: string }).personId));
    passport.deserializeUser(
      (
        request: Request,
        _id: string,
        done: (error: unknown, user?: Express.User | false) => void,
      ) => done(null, request.session.principal ?? false),
    );
  }
}

/** Signs the person in: a new session id, so that one fixed beforehand is worthless. */
function signingIn(strategy: 'code' | 'demo') {
  @Injectable()
  class Guard extends AuthGuard(strategy) {
    override async canActivate(context: ExecutionContext): Promise<boolean> {
      await super.canActivate(context);
      await super.logIn(context.switchToHttp().getRequest());
      return true;
    }

    override handleRequest<T>(error: unknown, user: T): T {
      if (error) throw error;
      if (!user) throw new Refused('code-wrong');
      return user;
    }
  }
  return Guard;
}

export const CodeGuard = signingIn('code');
export const DemoGuard = signingIn('demo');
