export * from './impartiality.contract';
export * from './office.contract';
export * from './relation.contract';
