import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

// Everything a page needs comes from its own origin under hashed names, so that it may be cached for ever and
// the content security policy needs no exception: no inline script, no inline style, no data: address.
export default defineConfig({
  plugins: [vue()],
  base: '/',
  build: {
    target: 'es2022',
    outDir: process.env.CONCLAVE_WEB_OUT ?? 'dist',
    emptyOutDir: true,
    assetsDir: 'assets',
    assetsInlineLimit: 0,
    sourcemap: false,
    reportCompressedSize: false,
    // One part with all pages and both languages, fetched once over the room's own network: see routes.ts.
    chunkSizeWarningLimit: 800,
    rollupOptions: { output: { chunkFileNames: 'assets/part-[hash].js' } },
  },
  define: {
    __VUE_OPTIONS_API__: false,
    __VUE_PROD_DEVTOOLS__: false,
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: false,
  },
})
