export * from './access-client';
export * from './access.routes';
export * from './guards';
export * from './people-client';
export * from './return-address';
export * from './role-words';
export * from './session';
export * from './session-interceptor';
