import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

// The CommonJS preset: it must not run under --experimental-vm-modules, which is why the server has its own process.
export default {
  displayName: 'web',
  rootDir: root,
  preset: 'jest-preset-angular',
  setupFilesAfterEnv: ['<rootDir>/apps/web/testing/setup.ts'],
  testMatch: ['<rootDir>/apps/web/**/*.spec.ts', '<rootDir>/libs/*/web/**/*.spec.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.data'],
  moduleNameMapper: {
    '^@award/(.*)$': '<rootDir>/libs/$1/index.ts',
    '^@digdir/designsystemet-web$': '<rootDir>/apps/web/testing/design-system-stub.ts',
  },
  transform: {
    '^.+\\.(ts|mjs|js|html)$': [
      'jest-preset-angular',
      {
        tsconfig: '<rootDir>/apps/web/tsconfig.spec.json',
        stringifyContentPathRegex: '\\.(html|svg)$',
      },
    ],
  },
};
