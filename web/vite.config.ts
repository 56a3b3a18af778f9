import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import Components from 'unplugin-vue-components/vite'
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers'
import { configDefaults, defineConfig } from 'vitest/config'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The server that answers /api while the console is developed or previewed. */
const server = process.env['ANSHE_API'] ?? 'http://127.0.0.1:8080'
const proxy = { '/api': { target: server, changeOrigin: false } }

export default defineConfig({
  root: here('./console'),
  base: '/',
  publicDir: here('./console/public'),
  resolve: { alias: { '@shared': here('./shared') } },
  plugins: [
    vue(),
    // Element Plus components and their styles are pulled in where a template uses them.
    Components({ dirs: [], dts: false, resolvers: [ElementPlusResolver({ importStyle: 'css' })] }),
  ],
  define: {
    __VUE_I18N_LEGACY_API__: 'false',
    __VUE_I18N_FULL_INSTALL__: 'false',
    __INTLIFY_PROD_DEVTOOLS__: 'false',
  },
  build: {
    outDir: here('./dist/console'),
    emptyOutDir: true,
    target: 'es2022',
    reportCompressedSize: true,
  },
  server: { proxy, port: 5301, strictPort: true, host: '127.0.0.1' },
  preview: { proxy, port: 5302, strictPort: true, host: '127.0.0.1' },
  test: {
    root: here('.'),
    environment: 'happy-dom',
    include: ['console/**/*.test.ts', 'shared/**/*.test.ts', 'eslint/**/*.test.ts'],
    exclude: [...configDefaults.exclude, 'e2e/**'],
    setupFiles: [here('./shared/testing/setup.ts')],
    server: { deps: { inline: ['element-plus'] } },
    css: false,
  },
})
