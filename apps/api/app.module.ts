import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '@award/access/api';
import { AuditModule } from '@award/audit/api';
import { DocumentsModule } from '@award/documents/api';
import { FilesModule } from '@award/files/api';
import { JobsModule } from '@award/jobs/api';
import { MailModule } from '@award/mail/api';
import { Settings } from '@award/settings/api';
import { AccessGuard } from './access.guard';
import { databaseOptions } from './data-source';
import { DemoYearController } from './demo/demo-year.controller';
import { DemoYear } from './demo/demo-year.service';
import { CaughtMailController } from './demo/caught-mail.controller';
import { Drain } from './drain';
import { HealthController } from './health.controller';
import { RefusalFilter } from './refusal.filter';
import { areas } from './areas';

@Module({})
export class AppModule {
  static with(settings: Settings, role: 'kaaring_app' | undefined): DynamicModule {
    return {
      module: AppModule,
      imports: [
        SettingsModule.with(settings),
        TypeOrmModule.forRoot({
          ...databaseOptions(settings.databaseUrl, role, true),
          autoLoadEntities: true,
        }),
        AccessModule,
        AuditModule,
        JobsModule,
        MailModule,
        FilesModule,
        DocumentsModule,
        ...areas,
      ],
      controllers: [HealthController, CaughtMailController, DemoYearController],
      providers: [
        DemoYear,
        Drain,
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_FILTER, useClass: RefusalFilter },
      ],
    };
  }
}

@Module({})
class SettingsModule {
  static with(settings: Settings): DynamicModule {
    const provider = { provide: Settings, useValue: settings };
    return { module: SettingsModule, global: true, providers: [provider], exports: [provider] };
  }
}
