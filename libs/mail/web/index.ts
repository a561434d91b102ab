export * from './trouble-words';
