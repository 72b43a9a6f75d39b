import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';

/** `npx vite test/preview`: every screen over demo people in memory, without device, engine or server. */
export default defineConfig({
  root: import.meta.dirname,
  appType: 'spa',
  plugins: [preact({ reactAliasesEnabled: false })],
  server: { port: 4399, strictPort: true },
});
