export * from './source/registry.js'
