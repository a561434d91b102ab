export * from './demo.contract';
export * from './identity.contract';
export * from './people.contract';
export * from './sign-in.contract';
