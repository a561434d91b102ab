import path from 'node:path';
import api from '../api/jest.config.ts';

export default {
  ...api,
  displayName: 'api-e2e',
  rootDir: path.resolve(import.meta.dirname, '../..'),
  testMatch: ['<rootDir>/apps/api-e2e/**/*.e2e-spec.ts'],
  testTimeout: 120_000,
};
