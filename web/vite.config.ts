import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    // The first browsers with light-dark(): the palette stays as it is written.
    cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    // The page's policy allows no data: scripts or styles, and a small file is cached as well as a large one.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
})
