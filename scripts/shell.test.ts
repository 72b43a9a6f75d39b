import { expect, test } from 'vitest';
import { shellOf, unaccounted } from './shell.ts';

const manifest = {
  'index.html': {
    file: 'a/index.js',
    isEntry: true,
    imports: ['_view.js'],
    dynamicImports: ['src/late.ts', 'src/en.ts'],
    css: ['a/index.css'],
  },
  '_view.js': { file: 'a/view.js' },
  'src/late.ts': { file: 'a/late.js', imports: ['_deep.js'], css: ['a/late.css'] },
  '_deep.js': { file: 'a/deep.js', dynamicImports: ['index.html'] },
  'src/en.ts': { file: 'a/en.js', imports: ['_only-en.js'] },
  '_only-en.js': { file: 'a/only-en.js' },
};

test('every chunk the page can reach is shell, lazy ones included', () => {
  expect(shellOf(manifest, [])).toEqual({
    scripts: ['a/index.js', 'a/view.js', 'a/late.js', 'a/deep.js', 'a/en.js', 'a/only-en.js'],
    styles: ['a/index.css', 'a/late.css'],
  });
});

test('a chunk on the reviewed list is left out, with what only it needs', () => {
  expect(shellOf(manifest, ['src/en.ts']).scripts).not.toContain('a/en.js');
  expect(shellOf(manifest, ['src/en.ts']).scripts).not.toContain('a/only-en.js');
});

test('a script nobody has looked at is named', () => {
  const built = ['a/index.js', 'a/late.css', 'a/derive-1x.js', 'a/other-2y.js'];
  expect(unaccounted(manifest, built, ['derive'])).toEqual(['a/other-2y.js']);
});
