export * from './eligibility.contract';
