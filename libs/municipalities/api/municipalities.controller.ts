import { Controller, Get, Param, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Public, Refused } from '@award/access/api';
import { SearchMunicipalities } from '@award/municipalities/contract';
import { Municipalities } from './municipalities.service';

/** The register is public: numbers, names, counties and populations, and nothing personal. */
@Controller('api/municipalities')
export class MunicipalitiesController {
  constructor(
    private readonly db: DataSource,
    private readonly municipalities: Municipalities,
  ) {}

  @Get()
  @Public()
  search(@Query() query: SearchMunicipalities) {
    return this.municipalities.search(this.db, {
      text: query.search ?? '',
      invented: query.invented === 'true',
      ...(query.county ? { county: query.county } : {}),
      ...(query.after ? { after: query.after } : {}),
      ...(query.limit ? { limit: query.limit } : {}),
    });
  }

  @Get('counties')
  @Public()
  counties(@Query() { invented }: SearchMunicipalities) {
    return this.municipalities.counties(this.db, invented === 'true');
  }

  /** By any number ever valid. `redirectTo` names the number to use instead. */
  @Get(':number')
  @Public()
  async one(@Param('number') number: string) {
    const history = /^\d{4}$/.test(number)
      ? await this.municipalities.history(this.db, number)
      : null;
    if (history === null) throw new Refused('not-found');
    return history;
  }
}
