export { JustificationsModule } from './justifications.module';
export { type JustificationOfDecision, Justifications } from './justifications.service';
export { type PublishedWords, textHash } from './justification-text';
