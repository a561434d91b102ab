// The rules alone run from here without flags; the server and web projects have their own process (see package.json).
export default {
  projects: [
    {
      displayName: 'rules',
      rootDir: import.meta.dirname,
      testEnvironment: 'node',
      testMatch: ['<rootDir>/libs/award/**/*.spec.ts'],
      transform: {
        '^.+\\.ts$': [
          '@swc/jest',
          {
            jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
            module: { type: 'commonjs' },
          },
        ],
      },
    },
  ],
};
