export {
  type Bounce,
  type BounceOutcome,
  Bounces,
  messagesOf,
  takeBounce,
} from './bounces.service';
export {
  type Language,
  Mail,
  type MailAttachment,
  type MailOrder,
  type MailRules,
  type MailText,
  type MailWords,
  type WaitingMail,
} from './mail.service';
export { MailModule } from './mail.module';
export { dateInWords, whenInWords } from './mail-dates';
