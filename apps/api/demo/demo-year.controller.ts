import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { IsIn } from 'class-validator';
import { Public } from '@award/access/api';
import type { DemoYearView, SampleStop } from '@award/access/contract';
import { DemoYear } from './demo-year.service';
import { SAMPLE_STOPS } from './sample-year/play';

class GoTo {
  @IsIn(SAMPLE_STOPS)
  stop: SampleStop;
}

/** The demo bar: open to everyone, in demo only. */
@Controller('api/demo/year')
export class DemoYearController {
  constructor(private readonly year: DemoYear) {}

  @Get()
  @Public()
  view(): Promise<DemoYearView> {
    return this.year.view();
  }

  @Post()
  @Public()
  @HttpCode(200)
  goTo(@Body() body: GoTo): Promise<DemoYearView> {
    return this.year.goTo(body.stop);
  }
}
