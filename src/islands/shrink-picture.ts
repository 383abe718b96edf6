import { MOST_KEPT } from '#features/images/rules.ts'

const QUALITY = 0.86
const THUMB = { width: 80, height: 100 }

/** What leaves for the shop, and a small copy of it to show meanwhile. */
export type Shrunk = { blob: Blob; thumb: HTMLCanvasElement | null }

/**
 * A picture as the shop keeps it: upright, at most 2400 pixels a side, without the place and the camera. A file that
 * the browser cannot read leaves as it is: the shop says why it is no picture.
 */
export async function shrink(file: File): Promise<Shrunk> {
  const bitmap = await createImageBitmap(file).catch(() => null)
  if (!bitmap) return { blob: file, thumb: null }
  const scale = Math.min(1, MOST_KEPT / Math.max(bitmap.width, bitmap.height))
  const width = Math.max(1, Math.round(bitmap.width * scale))
  const height = Math.max(1, Math.round(bitmap.height * scale))
  const canvas = drawn(bitmap, width, height, { x: 0, y: 0, width, height })
  const thumb = thumbOf(bitmap)
  bitmap.close()
  const blob =
    (await encoded(canvas, 'image/webp')) ?? (await encoded(onWhite(canvas), 'image/jpeg'))
  return { blob: blob ?? file, thumb }
}

type Area = { x: number; y: number; width: number; height: number }

function drawn(source: ImageBitmap, width: number, height: number, at: Area): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  if (context) {
    context.imageSmoothingQuality = 'high'
    context.drawImage(source, at.x, at.y, at.width, at.height)
  }
  return canvas
}

function thumbOf(source: ImageBitmap): HTMLCanvasElement {
  const scale = Math.max(THUMB.width / source.width, THUMB.height / source.height)
  const [width, height] = [source.width * scale, source.height * scale]
  const at = { x: (THUMB.width - width) / 2, y: (THUMB.height - height) / 2, width, height }
  return drawn(source, THUMB.width, THUMB.height, at)
}

/** A JPEG has no holes: what was clear becomes white. */
function onWhite(canvas: HTMLCanvasElement): HTMLCanvasElement {
  const context = canvas.getContext('2d')
  if (context) {
    context.globalCompositeOperation = 'destination-over'
    context.fillStyle = '#fff'
    context.fillRect(0, 0, canvas.width, canvas.height)
  }
  return canvas
}

/** Null when the browser writes another format than it was asked for. */
async function encoded(canvas: HTMLCanvasElement, type: string): Promise<Blob | null> {
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, type, QUALITY))
  return blob?.type === type ? blob : null
}
