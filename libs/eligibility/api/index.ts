export { EligibilityModule } from './eligibility.module';
export { Eligibility } from './eligibility.service';
