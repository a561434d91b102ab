export * from './fact-check.contract';
export * from './justification.contract';
export * from './remark.contract';
