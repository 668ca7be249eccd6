import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import en from './en.json'
import zh from './zh-CN.json'

const web = fileURLToPath(new URL('..', import.meta.url))
const catalogues: Record<string, Record<string, string>> = { zh, en }
const keys = Object.keys(zh).sort()

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (['node_modules', 'dist', 'dev'].includes(entry.name)) return []
    const path = join(folder, entry.name)
    return entry.isDirectory() ? sources(path) : /\.(vue|ts)$/.test(entry.name) && !entry.name.includes('.test.') ? [path] : []
  })
}

const files = sources(web).map((path) => ({ name: relative(web, path), text: readFileSync(path, 'utf8') }))
const all = files.map(({ text }) => text).join('\n')
const gaps = (sentence: string): string[] => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort()

/** `next.${key}` in the source stands for every key that begins and ends like it. */
const patterns = [...all.matchAll(/`((?:[\w.-]|\$\{[^}]*\})+)`/g)]
  .map(([, template]) => template!)
  .filter((template) => template.includes('${') && template.includes('.'))
  .map((template) => new RegExp(`^${template.split(/\$\{[^}]*\}/).map((part) => part.replace(/[.-]/g, '\\$&')).join('[\\w-]+')}$`))

describe('the words', () => {
  test('nobodyMeetsAnEmptyPlaceInTheOtherLanguage', () => {
    expect(Object.keys(en).sort()).toEqual(keys)
    for (const key of keys) expect([key, zh[key as keyof typeof zh].trim(), en[key as keyof typeof en].trim()]).not.toContain('')
  })

  test('aFigureIsNotLostInTranslation', () => {
    for (const key of keys) expect([key, gaps(catalogues.zh![key]!)]).toEqual([key, gaps(catalogues.en![key]!)])
  })

  test('everyWordThatThePagesAskForExists', () => {
    const asked = [...all.matchAll(/\bword\(\s*'([^']+)'/g)].map(([, key]) => key!)
    expect(asked.filter((key) => !keys.includes(key))).toEqual([])
    const built = [...all.matchAll(/\bword\(\s*`([^`$]+)\$\{/g)].map(([, start]) => start!)
    expect(built.filter((start) => !keys.some((key) => key.startsWith(start)))).toEqual([])
  })

  test('noWordIsLeftBehindThatNobodySays', () => {
    // Refusals and the names of facts are said by the server, which reads the same files.
    const said = (key: string): boolean => /^(refusal|fact)\./.test(key) || all.includes(`'${key}'`) || patterns.some((pattern) => pattern.test(key))
    expect(keys.filter((key) => !said(key))).toEqual([])
  })

  test('everyRefusalHasAShortNameAndASentence', () => {
    const codes = keys.filter((key) => key.startsWith('refusal.') && !key.endsWith('.title'))
    expect(codes.filter((key) => !keys.includes(`${key}.title`))).toEqual([])
    expect(codes.length).toBeGreaterThan(50)
  })

  test('noChineseStandsOutsideTheCatalogues', () => {
    const chinese = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/
    expect(files.filter(({ text }) => chinese.test(text)).map(({ name }) => name)).toEqual([])
  })
})
