import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import prettier from 'eslint-config-prettier/flat';
import tseslint from 'typescript-eslint';

/** The award's process, in order. An area may use itself, the areas before it and the support areas. */
export const process = [
  'editions',
  'municipalities',
  'nominations',
  'endorsements',
  'outreach',
  'eligibility',
  'jury',
  'impartiality',
  'scoring',
  'deliberation',
  'justifications',
  'publication',
  'privacy',
];
const support = [
  'award',
  'settings',
  'access',
  'audit',
  'jobs',
  'mail',
  'documents',
  'files',
  'ui',
];
const tags = (areas) => areas.map((area) => `area:${area}`);

const depConstraints = [
  ...process.map((area, at) => ({
    sourceTag: `area:${area}`,
    onlyDependOnLibsWithTags: tags([...process.slice(0, at + 1), ...support]),
  })),
  ...support.map((area) => ({
    sourceTag: `area:${area}`,
    onlyDependOnLibsWithTags: tags(support),
  })),
  {
    sourceTag: 'side:rules',
    onlyDependOnLibsWithTags: ['side:rules'],
    bannedExternalImports: ['*'],
  },
  {
    sourceTag: 'side:contract',
    onlyDependOnLibsWithTags: ['side:contract', 'side:rules'],
    bannedExternalImports: ['@angular/*', '@nestjs/*', 'typeorm'],
  },
  {
    sourceTag: 'side:api',
    onlyDependOnLibsWithTags: ['side:api', 'side:contract', 'side:rules'],
    bannedExternalImports: ['@angular/*'],
  },
  {
    sourceTag: 'side:web',
    onlyDependOnLibsWithTags: ['side:web', 'side:contract', 'side:rules'],
    bannedExternalImports: ['@nestjs/*', 'typeorm', 'pg'],
  },
  { sourceTag: 'app:api', onlyDependOnLibsWithTags: ['side:api', 'side:contract', 'side:rules'] },
  { sourceTag: 'app:web', onlyDependOnLibsWithTags: ['side:web', 'side:contract', 'side:rules'] },
  { sourceTag: 'app:e2e', onlyDependOnLibsWithTags: ['side:contract', 'side:rules', 'side:api'] },
];

export default tseslint.config(
  {
    ignores: [
      '**/dist',
      '**/.angular',
      '**/.nx',
      '**/.data',
      '**/.together',
      '**/node_modules',
      '**/test-results',
      '**/coverage',
    ],
  },
  ...nx.configs['flat/base'],
  ...nx.configs['flat/typescript'],
  {
    files: ['**/*.ts'],
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        { enforceBuildableLibDependency: false, allow: [], depConstraints },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      'max-lines': ['error', 400],
    },
  },
  {
    // Specs set their scenes with apps/api/testing, and properties with fast-check.
    files: [
      '**/*.spec.ts',
      '**/jest.config.ts',
      '**/jest.together.config.ts',
      'apps/api/testing/**/*.ts',
      'apps/api-e2e/**/*.ts',
    ],
    rules: { '@nx/enforce-module-boundaries': 'off' },
  },
  {
    // The rules import nothing from outside; their specs may try them on generated situations.
    files: ['libs/award/**/*.spec.ts'],
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          enforceBuildableLibDependency: false,
          depConstraints: [
            {
              sourceTag: 'side:rules',
              onlyDependOnLibsWithTags: ['side:rules'],
              allowedExternalImports: ['fast-check'],
            },
          ],
        },
      ],
    },
  },
  {
    // Nest and TypeORM read the types of constructor parameters and properties at run time.
    files: ['apps/api/**/*.ts', 'libs/*/api/**/*.ts', 'libs/*/contract/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: "The award's clock is SQL award_now(); a rule never asks the process.",
        },
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: "The award's clock is SQL award_now(); a rule never asks the process.",
        },
      ],
    },
  },
  {
    files: ['apps/web/**/*.ts', 'libs/*/web/**/*.ts'],
    extends: [...angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/prefer-on-push-component-change-detection': 'error',
    },
  },
  {
    files: ['apps/web/**/*.html', 'libs/*/web/**/*.html'],
    extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility],
  },
  prettier,
);
