import { ref } from 'vue'

/** True while the first question of a page, who is sitting here, finds no answer. */
export const serverIsAway = ref(false)
