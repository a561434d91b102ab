import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Principal } from '@award/access/api';
import { Seats } from '@award/jury/api';
import type { DeviceKeyView } from '@award/scoring/contract';
import { Settings } from '@award/settings/api';

const LONGEST_HOURS = 72;

/** Keys that seal what a member takes along on a device. None is stored: each follows from the session. */
@Injectable()
export class DeviceKeys {
  constructor(
    private readonly db: DataSource,
    private readonly seats: Seats,
    private readonly settings: Settings,
  ) {}

  /** The same key for the same seat as long as the session lasts, and another in the next. */
  async keyOf(principal: Principal, sessionId: string): Promise<DeviceKeyView> {
    const seat = await this.seats.activeSeatOf(this.db, principal);
    const key = createHmac('sha256', this.settings.sessionSecret)
      .update(`device key\n${sessionId}\n${seat.id}`)
      .digest('base64');
    return { key, validSeconds: LONGEST_HOURS * 3600 };
  }
}
