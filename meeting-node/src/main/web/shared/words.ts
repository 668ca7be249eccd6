import { ref, watchEffect } from 'vue'
import en from '../words/en.json'
import zh from '../words/zh-CN.json'

// The server reads the same two files for what it refuses, so a sentence knows one kind of gap, {name}, and nothing else.
export type Word = keyof typeof zh
export type Facts = Readonly<Record<string, string | number | null | undefined>>
export const languages = ['zh-CN', 'en'] as const
export type Language = (typeof languages)[number]

const catalogues: Record<Language, Record<Word, string>> = { 'zh-CN': zh, en }
const remembered = 'conclave.language'

export const language = ref<Language>(localStorage.getItem(remembered) === 'en' ? 'en' : 'zh-CN')

export function word(key: Word, facts: Facts = {}): string {
  return catalogues[language.value][key].replace(/\{(\w+)\}/g, (gap, name: string) => String(facts[name] ?? gap))
}

/** True when the catalogues have words for a key that only the server knows, such as a new fact of a dossier. */
export function isWord(key: string): key is Word {
  return Object.hasOwn(zh, key)
}

/** Keeps the document's language and the laptop's memory in step with the choice. */
export function speakAs(): void {
  watchEffect(() => {
    document.documentElement.lang = language.value
    localStorage.setItem(remembered, language.value)
  })
}
