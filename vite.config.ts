import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';
import { type ManifestOptions, VitePWA } from 'vite-plugin-pwa';
import { SERVERS_OWN } from './sw/server-paths.ts';

const FJORD = '#005d6e';
const PAGE = '#f5f1ee';

const manifest: Partial<ManifestOptions> = {
  id: '/',
  name: 'Fotfeste',
  short_name: 'Fotfeste',
  description: 'Oppfølgingsplaner for flyktninger, også uten nett.',
  lang: 'nb',
  dir: 'ltr',
  start_url: '/',
  scope: '/',
  display: 'standalone',
  theme_color: FJORD,
  background_color: PAGE,
  categories: ['productivity', 'government'],
  prefer_related_applications: false,
  icons: [
    { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
    { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
    { src: '/icons/maskable-192.png', sizes: '192x192', type: 'image/png', purpose: 'maskable' },
    { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    { src: '/icons/monochrome-512.png', sizes: '512x512', type: 'image/png', purpose: 'monochrome' },
    { src: '/app-icon.svg', sizes: 'any', type: 'image/svg+xml' },
  ],
};

export default defineConfig({
  plugins: [
    preact({ reactAliasesEnabled: false }),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'sw',
      filename: 'service-worker.ts',
      registerType: 'prompt',
      injectRegister: false, // `src/runtime` registers it, when the page is up
      manifest,
      includeManifestIcons: false, // the globs find them
      injectManifest: {
        globPatterns: ['**/*.{js,css,html,woff2,svg,png,webmanifest}'],
        globIgnores: ['.vite/**', 'service-worker.js'],
      },
    }),
  ],
  build: {
    target: ['chrome123', 'firefox121', 'safari17.5'], // the first with light-dark(), which every colour is written in
    manifest: true, // read by scripts/budget.ts
    assetsInlineLimit: 0, // ours stay files: the policy allows data: addresses for images only, for Designsystemet's select arrow
    reportCompressedSize: false,
  },
  worker: { format: 'es' },
  server: {
    proxy: { [SERVERS_OWN.source]: 'http://localhost:4321' },
  },
});
