import 'reflect-metadata';
import { ConsoleLogger, ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { ValidationError } from 'class-validator';
import express, { type NextFunction, type Request, type Response } from 'express';
import helmet from 'helmet';
import passport from 'passport';
import { DataSource } from 'typeorm';
import { type FieldRefusal, Refused, sessions } from '@award/access/api';
import type { Settings } from '@award/settings/api';
import { AppModule } from './app.module';
import { cleanInput } from './clean-input';
import { failedInFront, type FrontHandler, putInFront } from './in-front';
import { openApi } from './open-api';
import { hostCheck, requestChecks } from './request-checks';

const BODY_LIMIT = '256kb';

/** The server, ready to listen. `inFront` answers static files, public pages and the event stream before Nest. */
export async function createApp(
  settings: Settings,
  options: { inFront?: (app: NestExpressApplication) => FrontHandler; role?: 'kaaring_app' } = {},
): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(
    AppModule.with(settings, options.role),
    {
      bodyParser: false,
      logger: new ConsoleLogger({
        logLevels: settings.kind === 'test' ? ['error'] : ['error', 'warn'],
        colors: process.stdout.isTTY === true,
      }),
    },
  );
  app.disable('x-powered-by');
  app.set('trust proxy', settings.proxyHops);
  app.set('etag', false);
  const isOurs = hostCheck(settings);
  app.use(requestChecks(isOurs));
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"] },
      },
      strictTransportSecurity: settings.secure ? { maxAge: 31_536_000 } : false,
      referrerPolicy: { policy: 'same-origin' },
      crossOriginEmbedderPolicy: false,
    }),
  );
  if (options.inFront) {
    putInFront(app.getHttpServer(), isOurs, options.inFront(app));
    app.use(failedInFront);
  }
  app.use((_request: Request, response: Response, next: NextFunction) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  app.use(express.json({ limit: BODY_LIMIT, strict: true }));
  app.use(cleanInput);
  app.use(sessions(app.get(DataSource), settings));
  app.use(passport.initialize());
  app.use(passport.session());
  app.useGlobalPipes(
    new ValidationPipe({
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      transform: true,
      exceptionFactory: (errors) => new Refused('bad-input', { fields: fieldsOf(errors) }),
    }),
  );
  openApi(app);
  return app;
}

function fieldsOf(errors: ValidationError[], parent = ''): FieldRefusal[] {
  return errors.flatMap((error) => {
    const path = parent ? `${parent}.${error.property}` : error.property;
    return [
      ...Object.keys(error.constraints ?? {}).map((reason) => ({ path, reason })),
      ...fieldsOf(error.children ?? [], path),
    ];
  });
}
