import type { Block } from '#features/settings/rules.ts'

/** What each block looks like from afar, in 64 by 48: filled shapes, then lines. */
const SKETCHES: Record<Block['type'], { fill: string; line: string }> = {
  hero: { fill: 'M0 0h64v27H0z', line: 'M8 35h30M8 41h18M46 38h10' },
  banner: { fill: 'M8 12h20v24H8z', line: 'M34 19h22M34 25h16M34 31h10' },
  statement: { fill: '', line: 'M8 16h32M8 23h32M8 30h20M48 26h8M48 31h8' },
  products: {
    fill: 'M8 12h10v18H8zM21 12h10v18H21zM34 12h10v18H34zM47 12h10v18H47z',
    line: 'M8 36h10M21 36h10M34 36h10M47 36h10',
  },
  newest: {
    fill: 'M8 8h22v32H8zM34 8h10v14H34zM47 8h10v14H47zM34 26h10v14H34zM47 26h10v14H47z',
    line: '',
  },
  collections: {
    fill: 'M8 8h8v8H8zM8 20h8v8H8zM8 32h8v8H8z',
    line: 'M21 12h20M21 24h26M21 36h16M52 12h5M52 24h5M52 36h5',
  },
  swatches: {
    fill: 'M8 14h6v20H8zM16.4 14h6v20h-6zM24.8 14h6v20h-6zM33.2 14h6v20h-6zM41.6 14h6v20h-6zM50 14h6v20h-6z',
    line: '',
  },
  feature: { fill: 'M0 6h32v36H0z', line: 'M38 16h20M38 23h18M38 30h12M0 43h64' },
  journal: { fill: 'M8 8h30v20H8zM42 8h14v10H42z', line: 'M8 33h20M8 38h14M42 23h12M42 28h8' },
  promises: {
    fill: '',
    line: 'M8 18h12M8 24h12M8 30h8M26 18h12M26 24h12M26 30h8M44 18h12M44 24h12M44 30h8',
  },
}

/** A block of this type, drawn small. */
export function BlockSketch({ type }: { type: Block['type'] }) {
  const { fill, line } = SKETCHES[type]
  return (
    <svg class="block-sketch" viewBox="0 0 64 48" aria-hidden="true">
      {fill && <path class="solid" d={fill} />}
      {line && <path d={line} />}
    </svg>
  )
}
