export * from './partner.contract';
export * from './survey.contract';
