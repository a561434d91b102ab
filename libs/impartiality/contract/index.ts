export * from './impartiality.contract';
