export * from './edition.contract';
export * from './edition-change.contract';
