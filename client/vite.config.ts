import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const api = process.env['PIAZZA_API'] ?? 'http://127.0.0.1:4000';

/** The two faces every page shows are fetched beside the first script, not after the first stylesheet. */
const preloadFonts: Plugin = {
  name: 'piazza-preload-fonts',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle }) =>
      Object.keys(bundle ?? {})
        .filter((file) => /-latin-wght-normal-[^/]+\.woff2$/.test(file))
        .map((file) => ({
          tag: 'link',
          attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${file}`, crossorigin: true },
          injectTo: 'head' as const,
        })),
  },
};

/** What nearly every page needs, apart from our own code, so that a new release leaves it in the browser's cache. */
const vendors: readonly (readonly [name: string, packages: RegExp])[] = [
  ['react', /node_modules\/(?:react|react-dom|scheduler)\//],
  ['mantine', /node_modules\/(?:@mantine\/(?:core|hooks|notifications)|@floating-ui|react-remove-scroll)/],
  ['tanstack', /node_modules\/@tanstack\//],
  ['i18n', /node_modules\/(?:i18next|react-i18next)\//],
  // With the module that forbids zod to compile, which must run between the two.
  ['contract', /node_modules\/zod\/|shared\/src\/|src\/api\/parsing\.ts/],
  ['socket', /node_modules\/(?:socket\.io|engine\.io)/],
];

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), preloadFonts],
  resolve: { conditions: ['piazza-source', 'module', 'browser', 'development|production'] },
  build: {
    outDir: 'dist',
    target: 'es2022',
    // A strict CSP allows no data: in fonts and styles.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: vendors.map(([name, test]) => ({ name, test })),
        },
      },
    },
  },
  server: {
    port: Number(process.env['PIAZZA_CLIENT_PORT'] ?? 5173),
    proxy: {
      '/api': api,
      '/healthz': api,
      '/metrics': api,
      '/socket.io': { target: api, ws: true },
    },
  },
});
