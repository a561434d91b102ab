import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
// NestJS 12, pg-boss and openid-client are ES modules only, so this project runs as ES modules (--experimental-vm-modules).
export const swc = {
  module: { type: 'es6' },
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    keepClassNames: true,
  },
  sourceMaps: 'inline',
};

export default {
  displayName: 'api',
  rootDir: root,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  testMatch: [
    '<rootDir>/apps/api/**/*.spec.ts',
    '<rootDir>/libs/*/{api,contract}/**/*.spec.ts',
    '<rootDir>/tools/**/*.spec.ts',
  ],
  moduleNameMapper: { '^@award/(.*)$': '<rootDir>/libs/$1/index.ts' },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.data'],
  transform: { '^.+\\.ts$': ['@swc/jest', swc] },
};
