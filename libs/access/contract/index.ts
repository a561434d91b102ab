export * from './sign-in.contract';
