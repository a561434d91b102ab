import { Global, Module } from '@nestjs/common';
import { Bounces } from './bounces.service';
import { MailCatcher } from './mail-catcher';
import { Mail } from './mail.service';

@Global()
@Module({ providers: [Bounces, Mail, MailCatcher], exports: [Bounces, Mail] })
export class MailModule {}
