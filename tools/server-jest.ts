import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
// NestJS 12, pg-boss and openid-client are ES modules only, so server tests run as ES modules (--experimental-vm-modules).
const swc = {
  module: { type: 'es6' },
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    keepClassNames: true,
  },
  sourceMaps: 'inline',
};

/** A Jest project that runs the server: run it through tools/jest-api.mjs. */
export const serverProject = (displayName: string, testMatch: string[]) => ({
  displayName,
  rootDir: root,
  testEnvironment: 'node',
  // Scenes are many rows, and a machine that is busy with other tests is ten times as slow.
  testTimeout: 120_000,
  extensionsToTreatAsEsm: ['.ts'],
  testMatch: testMatch.map((pattern) => `<rootDir>/${pattern}`),
  moduleNameMapper: { '^@award/(.*)$': '<rootDir>/libs/$1/index.ts' },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.data', '<rootDir>/tmp'],
  transform: { '^.+\\.ts$': ['@swc/jest', swc] },
});
