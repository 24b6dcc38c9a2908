import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const server = `http://127.0.0.1:${process.env['PORT'] ?? '8080'}`

export default defineConfig({
  base: '/',
  plugins: [react()],
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
