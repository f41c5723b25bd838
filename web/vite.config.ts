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
    // The page's policy allows no data: scripts or styles, and a small file is cached as well as a large one.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
})
