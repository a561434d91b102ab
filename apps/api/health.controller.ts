import { Controller, Get, Header } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Public, Refused } from '@award/access/api';
import { Drain } from './drain';

@Controller()
export class HealthController {
  constructor(
    private readonly db: DataSource,
    private readonly drain: Drain,
  ) {}

  /** The process answers. */
  @Get('isalive')
  @Public()
  alive() {
    return { alive: true };
  }

  /** The process answers, reaches its database and has not been asked to end. */
  @Get('isready')
  @Public()
  async ready() {
    if (this.drain.started) throw new Refused('unavailable');
    await this.db.query('select 1').catch(() => {
      throw new Refused('unavailable');
    });
    return { ready: true };
  }

  /** Prometheus text: nothing here counts entries, scores or anything else under embargo. */
  @Get('metrics')
  @Public()
  @Header('Content-Type', 'text/plain; version=0.0.4')
  async metrics(): Promise<string> {
    const memory = process.memoryUsage();
    const cpu = process.cpuUsage();
    const rows: [string, string, number][] = [
      ['process_resident_memory_bytes', 'gauge', memory.rss],
      ['process_heap_bytes', 'gauge', memory.heapUsed],
      ['process_cpu_seconds_total', 'counter', (cpu.user + cpu.system) / 1e6],
      ['process_uptime_seconds', 'gauge', process.uptime()],
    ];
    return rows.map(([name, type, value]) => `# TYPE ${name} ${type}\n${name} ${value}\n`).join('');
  }
}
