import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Refused } from '@award/access/api';
import { Jobs } from '@award/jobs/api';
import { EditionTimetable } from './edition-timetable.service';

/** The clock opens a call at its time. One that is not ready stays planned, and the desk says why. */
@Injectable()
export class CallOpening implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly timetable: EditionTimetable,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.register('open-calls', () => this.openDue(), { everyMinute: true });
  }

  async openDue(): Promise<void> {
    const due: { id: string }[] = await this.db.query(
      `select id from edition where phase = 'planned' and opens_at <= award_now() and deadline > award_now()`,
    );
    for (const { id } of due)
      await this.db
        .transaction((tx) => this.timetable.openNow(tx, null, id))
        .catch((error: unknown) => {
          if (!(error instanceof Refused)) throw error;
        });
  }
}
