export { Erasures } from './erasures.service';
export { PrivacyModule } from './privacy.module';
export { Retention } from './retention.service';
export { KEPT_TOO_LONG } from './retention.statements';
export { SubjectAccess } from './subject-access.service';
