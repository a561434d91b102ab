export { Jobs } from './jobs.service';
export { JobsModule } from './jobs.module';
