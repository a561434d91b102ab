import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { From, LinkToken, Public } from '@award/access/api';
import { SendTip, type TipCallView, type TipLinkView } from '@award/nominations/contract';
import { Tips } from './tips.service';

/** Open to everybody; what is behind a personal link takes its token in the header `Link-Token`. */
@Controller('api/tips')
export class TipsController {
  constructor(private readonly tips: Tips) {}

  @Get('call')
  @Public()
  call(): Promise<TipCallView> {
    return this.tips.call();
  }

  @Post()
  @Public()
  @HttpCode(204)
  async send(@Body() body: SendTip, @From() from: string): Promise<void> {
    await this.tips.send(body, from);
  }

  @Get('link')
  @Public()
  open(@LinkToken() token: string): Promise<TipLinkView> {
    return this.tips.open(token);
  }

  @Post('link/confirm')
  @Public()
  @HttpCode(200)
  confirm(@LinkToken() token: string): Promise<TipLinkView> {
    return this.tips.confirm(token);
  }
}
