import type { PDFDocumentProxy, RenderTask } from 'pdfjs-dist'

export type OpenPdf = {
  pages: number
  /** width : height of the first page, for its place before it is drawn */
  ratio: number
  /** Draws a page into its element while it is near the window, again when its width changes. Gives back how to stop. */
  follow: (number: number, element: HTMLElement, failed: () => void) => () => void
  close: () => void
}

/** Phones refuse larger canvases. */
const MOST_PIXELS = 12_000_000
const MOST_DENSITY = 2
/** Files up to twice this size come whole, in one request and through one access check. */
const CHUNK = 2_000_000
const NEAR = '800px 0px'

/**
 * Opens a PDF of this portal for drawing. The library and its worker come with the first document; code inside a
 * document is never run and outside resources are never asked for.
 */
export async function openPdf(url: string): Promise<OpenPdf> {
  const library = await import('pdfjs-dist/legacy/build/pdf.mjs')
  library.GlobalWorkerOptions.workerSrc = new URL(
    'pdfjs-dist/legacy/build/pdf.worker.min.mjs',
    import.meta.url,
  ).toString()
  const task = library.getDocument({
    url,
    isEvalSupported: false,
    enableXfa: false,
    useWasm: false,
    useWorkerFetch: false,
    rangeChunkSize: CHUNK,
  })
  try {
    const pdf = await task.promise
    const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 })
    return {
      pages: pdf.numPages,
      ratio: width / height,
      follow: (number, element, failed) => followPage(library, pdf, { number, element, failed }),
      close: () => void task.destroy(),
    }
  } catch (error) {
    void task.destroy()
    throw error
  }
}

type Library = typeof import('pdfjs-dist')
type Place = { number: number; element: HTMLElement; failed: () => void }

function followPage(library: Library, pdf: PDFDocumentProxy, { number, element, failed }: Place): () => void {
  let drawn = 0
  let near = false
  let drawing: { cancel: () => void } | null = null

  const clear = () => {
    drawing?.cancel()
    drawing = null
    drawn = 0
    // A canvas of no size gives its memory back; the element keeps its shape.
    for (const canvas of element.querySelectorAll('canvas')) canvas.width = canvas.height = 0
    element.replaceChildren()
  }
  const draw = () => {
    const width = element.clientWidth
    if (!near || width === 0 || width === drawn) return
    drawing?.cancel()
    drawn = width
    drawing = drawPage(library, pdf, { number, element, failed }, width)
  }
  const nearness = new IntersectionObserver(
    ([entry]) => {
      near = entry?.isIntersecting ?? false
      if (near) draw()
      else clear()
    },
    { rootMargin: NEAR },
  )
  const size = new ResizeObserver(draw)
  nearness.observe(element)
  size.observe(element)
  return () => {
    nearness.disconnect()
    size.disconnect()
    clear()
  }
}

function drawPage(
  { TextLayer, RenderingCancelledException }: Library,
  pdf: PDFDocumentProxy,
  { number, element, failed }: Place,
  width: number,
): { cancel: () => void } {
  let off = false
  let task: RenderTask | null = null
  const draw = async () => {
    const page = await pdf.getPage(number)
    if (off) return
    const own = page.getViewport({ scale: 1 })
    const viewport = page.getViewport({ scale: width / own.width })
    const density = Math.min(
      window.devicePixelRatio || 1,
      MOST_DENSITY,
      Math.sqrt(MOST_PIXELS / (viewport.width * viewport.height)),
    )
    element.style.aspectRatio = `${own.width} / ${own.height}`
    const canvas = document.createElement('canvas')
    canvas.setAttribute('aria-hidden', 'true')
    canvas.width = Math.floor(viewport.width * density)
    canvas.height = Math.floor(viewport.height * density)
    task = page.render({ canvas, viewport, transform: [density, 0, 0, density, 0, 0] })
    await task.promise
    if (off) return
    const words = document.createElement('div')
    words.className = 'pdf-words'
    words.style.setProperty('--total-scale-factor', String(viewport.scale))
    element.replaceChildren(canvas, words)
    await new TextLayer({ textContentSource: page.streamTextContent(), container: words, viewport }).render()
    element.dataset.drawn = String(number)
  }
  draw().catch((error: unknown) => {
    if (!off && !(error instanceof RenderingCancelledException)) failed()
  })
  return {
    cancel: () => {
      off = true
      task?.cancel()
    },
  }
}
