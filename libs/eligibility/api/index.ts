export { EligibilityModule } from './eligibility.module';
export { Eligibility } from './eligibility.service';
export { Reclassifications } from './reclassifications.service';
