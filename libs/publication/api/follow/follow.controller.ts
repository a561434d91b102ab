import { Body, Controller, HttpCode, Post, Query } from '@nestjs/common';
import { From, LinkToken, Public } from '@award/access/api';
import { Follow } from '@award/publication/contract';
import { Followers } from './followers.service';

@Controller('api/follow')
export class FollowController {
  constructor(private readonly followers: Followers) {}

  @Post()
  @Public()
  @HttpCode(202)
  ask(@Body() body: Follow, @From() from: string): Promise<void> {
    return this.followers.ask(body, from);
  }

  @Post('confirm')
  @Public()
  @HttpCode(204)
  confirm(@LinkToken() token: string): Promise<void> {
    return this.followers.confirm(token);
  }

  /** Also what a mail program calls by itself when its reader presses its own button (RFC 8058). */
  @Post('stop')
  @Public()
  @HttpCode(204)
  stop(@Query('link') token: string): Promise<void> {
    return this.followers.stop(String(token));
  }
}
