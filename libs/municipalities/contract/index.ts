export * from './municipality.contract';
export * from './register-change.contract';
