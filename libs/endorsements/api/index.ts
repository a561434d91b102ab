export { EndorsementsModule } from './endorsements.module';
export { FACTS_CHANGED_AT } from './partner-facts.queries';
export { PartnerVoices } from './partner-voices.service';
