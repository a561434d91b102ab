import { Global, Module } from '@nestjs/common';
import { MailCatcher } from './mail-catcher';
import { Mail } from './mail.service';

@Global()
@Module({ providers: [Mail, MailCatcher], exports: [Mail] })
export class MailModule {}
