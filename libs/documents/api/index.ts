export type { Block, Diploma, PdfDocument, PdfStandard, Report } from './pdf-document';
export type { SocialCard } from './social-card';
export { Documents } from './documents.service';
export { DocumentsModule } from './documents.module';
export { fileAnswer, pdfAnswer } from './pdf-answer';
