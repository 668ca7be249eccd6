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

export interface Titled { title: string; titleEn?: string }

/** What was named in two languages is shown in the reader's own, as far as it has one. */
export function titleOf({ title, titleEn }: Titled): string {
  return (language.value === 'en' && titleEn) || title
}

/** Keeps the document's language and the laptop's memory in step with the choice. */
export function speakAs(): void {
  watchEffect(() => {
    document.documentElement.lang = language.value
    localStorage.setItem(remembered, language.value)
  })
}
