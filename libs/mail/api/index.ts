export { type Language, Mail, type MailOrder, type MailWords } from './mail.service';
export { MailModule } from './mail.module';
export { whenInWords } from './mail-dates';
