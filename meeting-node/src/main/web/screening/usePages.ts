import { computed, ref, watch, type Ref } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { hasLooked } from './looked'
import { calls, waitsForMe } from './marks'
import type { DeskDocument, DeskDossier } from './shapes'

export interface Leaf { document: DeskDocument; page: number; leaf: string | null }

/** Where somebody is in a dossier; the address of the browser says it as well, so that a link leads to a page. */
export function usePages(dossier: Ref<DeskDossier | null>) {
  const route = useRoute()
  const router = useRouter()
  const here = ref({ document: String(route.query.document ?? ''), page: Number(route.query.page) || 0 })

  const leaves = computed<Leaf[]>(() => dossier.value?.documents.flatMap((document) => document.leaves.map((leaf, index) => ({ document, page: index + 1, leaf }))) ?? [])
  const at = computed(() => leaves.value.findIndex(({ document, page }) => document.id === here.value.document && page === here.value.page))
  const leaf = computed(() => leaves.value[at.value])
  const wanted = ({ document, page }: Leaf): boolean => waitsForMe(document) && calls(document, page)
  const unlooked = (document: DeskDocument): number => document.leaves.filter((_, index) => calls(document, index + 1) && !hasLooked(document, index + 1)).length
  const left = computed(() => leaves.value.filter((one) => wanted(one) && !hasLooked(one.document, one.page)).length)

  function go(document: string, page: number): void {
    here.value = { document, page }
    void router.replace({ query: { document, page } })
  }

  function turn(by: number): void {
    const to = leaves.value[at.value + by]
    if (to) go(to.document.id, to.page)
  }

  /** The next page, or the one before, that somebody is to look at; round and round. */
  function toMarked(by: 1 | -1): void {
    const all = leaves.value
    for (let i = 1; i <= all.length; i++) {
      const one = all[(at.value + by * i + all.length * i) % all.length]!
      if (wanted(one)) return go(one.document.id, one.page)
    }
  }

  /** Where there is something to do; a page that was asked for stays, as long as it is there. */
  function settle(): void {
    if (at.value >= 0 || leaves.value.length === 0) return
    const first = leaves.value.find(wanted) ?? leaves.value.find(({ document }) => waitsForMe(document)) ?? leaves.value[0]!
    go(first.document.id, first.page)
  }
  watch(leaves, settle, { immediate: true })

  return { leaves, at, leaf, left, unlooked, go, turn, toMarked }
}
