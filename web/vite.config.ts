import { readFileSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { writtenFor } from '../src/traditional.ts'

const TRADITIONAL = '?traditional'
/** The Chinese words in traditional characters: the same file, converted as it is read. */
const traditional: Plugin = {
  name: 'traditional',
  enforce: 'pre',
  load(id) {
    return id.endsWith(TRADITIONAL) ? writtenFor('zh-Hant')(readFileSync(id.slice(0, -TRADITIONAL.length), 'utf8')) : null
  },
}

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [traditional, react()],
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
