// Puts the laptop's part of a ballot into one plain script, so that the Java tests can let Node.js and a browser vote.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const [built] = await build({
  configFile: false,
  logLevel: 'warn',
  root: fileURLToPath(new URL('..', import.meta.url)),
  build: { write: false, target: 'es2022', lib: { entry: fileURLToPath(new URL('voter.ts', import.meta.url)), formats: ['iife'], name: 'laptop' } },
})
writeFileSync(process.argv[2], built.output[0].code)
