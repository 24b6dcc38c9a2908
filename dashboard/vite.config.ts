import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** Writes `.br` and `.gz` beside every script and style, once, at their best: the server only picks. */
const compressed = (): Plugin => ({
  name: 'mcc-compressed',
  apply: 'build',
  writeBundle({ dir }) {
    const assets = join(dir ?? 'dist', 'assets')
    for (const name of readdirSync(assets).filter((n) => /\.(js|css)$/.test(n))) {
      const file = join(assets, name)
      const plain = readFileSync(file)
      writeFileSync(`${file}.br`, brotliCompressSync(plain))
      writeFileSync(`${file}.gz`, gzipSync(plain, { level: 9 }))
    }
  },
})

const server = `http://127.0.0.1:${process.env['PORT'] ?? '8080'}`

export default defineConfig({
  base: '/',
  plugins: [react(), compressed()],
  resolve: { conditions: ['mcc:source', 'module', 'browser', 'development|production'] },
  build: { target: 'es2022', chunkSizeWarningLimit: 700 },
  server: {
    proxy: {
      '/api': server,
      '/enter': server,
      '/socket.io': { target: server, ws: true },
    },
  },
})
