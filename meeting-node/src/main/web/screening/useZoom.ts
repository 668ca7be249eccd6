import { ref } from 'vue'

const steps = [0.4, 0.5, 0.6, 0.75, 0.9, 1, 1.25, 1.5, 2, 3]

/** As far as the whole width of the page, or closer. */
export function useZoom() {
  const zoom = ref(1)
  const closer = (): void => {
    zoom.value = steps.find((step) => step > zoom.value + 0.001) ?? zoom.value
  }
  const farther = (): void => {
    zoom.value = steps.findLast((step) => step < zoom.value - 0.001) ?? zoom.value
  }
  return { zoom, closer, farther }
}
