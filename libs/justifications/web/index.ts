export * from './justification-list-page';
export * from './justification-page';
export * from './justifications-client';
