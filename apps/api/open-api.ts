import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Response } from 'express';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

/** `/api/openapi.json`: made on first need. */
export function openApi(app: NestExpressApplication): void {
  const config = new DocumentBuilder()
    .setTitle('Kåring')
    .setVersion('1')
    .addCookieAuth('sid')
    .build();
  let document: object | undefined;
  app
    .getHttpAdapter()
    .getInstance()
    .get('/api/openapi.json', (_request: unknown, response: Response) => {
      document ??= SwaggerModule.createDocument(app, config);
      response.json(document);
    });
}
