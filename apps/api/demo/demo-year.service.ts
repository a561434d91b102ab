import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { AddressInfo } from 'node:net';
import { DataSource } from 'typeorm';
import { Refused } from '@award/access/api';
import type { DemoYearView, SampleStop } from '@award/access/contract';
import { Jobs } from '@award/jobs/api';
import { Settings } from '@award/settings/api';
import { AsPeople } from './as-people';
import { forgetEdition } from './forget-edition';
import { createEdition } from './sample-year/call';
import { playTo, SAMPLE_STOPS, stopOf } from './sample-year/play';
import type { SampleYear } from './sample-year/sample-year';
import { samplePlan } from './sample-year/year-plan';

/** The demo bar's year. One process plays at a time; the acts go through the server like everybody else's. */
@Injectable()
export class DemoYear {
  private playing = false;

  constructor(
    private readonly db: DataSource,
    private readonly settings: Settings,
    private readonly host: HttpAdapterHost,
    private readonly jobs: Jobs,
  ) {}

  async view(): Promise<DemoYearView> {
    const year = await this.sample();
    if (!this.settings.demo || !year) throw new Refused('not-found');
    const [{ now }] = await this.db.query('select award_now() as now');
    return {
      year: year.year,
      editionId: year.editionId,
      stop: await stopOf(year),
      stops: SAMPLE_STOPS,
      now,
      playing: this.playing,
    };
  }

  /** Plays forward to a stop; to go back, the sample edition is forgotten and played anew. */
  async goTo(stop: SampleStop): Promise<DemoYearView> {
    if (!this.settings.demo) throw new Refused('not-found');
    await this.alone(async (owner) => {
      const year = await this.sample();
      if (!year) throw new Refused('not-found');
      const back = SAMPLE_STOPS.indexOf(stop) <= SAMPLE_STOPS.indexOf(await stopOf(year));
      if (!back) return playTo({ ...year, db: owner }, stop);
      await forgetEdition(owner, year.editionId);
      await playTo(await createEdition(this.ground(owner, year.year), year.year), stop);
    });
    return this.view();
  }

  /** Makes the sample edition of the coming year and plays it to a stop. */
  async begin(stop: SampleStop): Promise<void> {
    await this.alone(async (owner) => {
      const [{ year }] = await owner.query(
        'select extract(year from clock_timestamp())::int + 1 as year',
      );
      await playTo(await createEdition(this.ground(owner, year), year), stop);
    });
  }

  /** The sample year as its acts have it at hand. */
  async sampleYear(): Promise<SampleYear> {
    const year = await this.sample();
    if (!year) throw new Refused('not-found');
    return year;
  }

  private async alone(play: (owner: DataSource) => Promise<void>): Promise<void> {
    const owner = await new DataSource({
      type: 'postgres',
      url: this.settings.databaseUrl,
      extra: { max: 2 },
    }).initialize();
    const lock = owner.createQueryRunner();
    try {
      const [{ mine }] = await lock.query('select pg_try_advisory_lock(730900) as mine');
      if (!mine) throw new Refused('still-running');
      this.playing = true;
      // All the sample people come from one address, and a visitor may play the year again and again.
      await owner.query('delete from rate_limit');
      await play(owner);
    } finally {
      this.playing = false;
      await lock.release();
      await owner.destroy();
    }
  }

  private async sample(): Promise<SampleYear | null> {
    const [row] = await this.db.query(
      'select id, year from edition where sample order by year desc limit 1',
    );
    return row ? { ...this.ground(this.db, row.year), editionId: row.id, year: row.year } : null;
  }

  private ground(
    db: DataSource,
    year: number,
  ): Pick<SampleYear, 'people' | 'db' | 'minute' | 'plan'> {
    const { port } = this.host.httpAdapter.getHttpServer().address() as AddressInfo;
    return {
      db,
      people: new AsPeople(`http://127.0.0.1:${port}`),
      minute: () => this.jobs.minute(),
      plan: samplePlan(year),
    };
  }
}
