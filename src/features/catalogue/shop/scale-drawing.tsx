import { useSite } from '#ui/site.tsx'
import { clayUnder } from '#ui/swatch.tsx'
import { words } from '../words.ts'

/** Sheets that everybody has held, in millimetres. */
const POSTCARD = { width: 105, height: 148, name: words.postcard }
const A4 = { width: 210, height: 297, name: words.sheet }
const LARGE_MM = 300
const GAP = 30

type Props = { length: number; height: number; colour: string | undefined }

/**
 * The envelope of a piece in its glaze, beside a sheet of paper at the same scale. One unit is one millimetre. The
 * table of measures says the same in figures.
 */
export function ScaleDrawing({ length, height, colour = '#CDC4B6' }: Props) {
  const { say } = useSite()
  const sheet = Math.max(length, height) > LARGE_MM ? A4 : POSTCARD
  const ground = Math.max(height, sheet.height)
  const width = length + GAP * 2 + sheet.width
  // Letters and margins keep their size on the page, whatever the piece's.
  const unit = width / 300
  const left = 34 * unit
  const paper = left + length + GAP
  const box = [0, -4 * unit, left + width - GAP + 8 * unit, ground + 34 * unit].map(round)
  const foot = round(height * 0.84)
  const top = ground - height
  return (
    <svg class="scale" viewBox={box.join(' ')} aria-hidden="true" font-size={round(12 * unit)}>
      <path
        class="paper"
        d={`M${round(paper)} ${round(ground - sheet.height)}h${sheet.width}v${sheet.height}h-${sheet.width}z`}
      />
      <path
        fill={clayUnder(colour)}
        d={`M${round(left)} ${round(top)}h${length}v${height}h-${length}z`}
      />
      <path
        fill={colour}
        d={`M${round(left)} ${round(top)}h${length}v${foot}q${round(length * -0.25)} ${round(height * -0.025)} ${round(length * -0.5)} 0t${round(length * -0.5)} 0z`}
      />
      <path
        fill="none"
        d={[
          // A stamp and an address.
          `M${round(paper + sheet.width * 0.7)} ${round(ground - sheet.height * 0.92)}h${sheet.width * 0.2}v${round(sheet.height * 0.17)}h-${sheet.width * 0.2}z`,
          `m-${round(sheet.width * 0.58)} ${round(sheet.height * 0.35)}h${round(sheet.width * 0.38)}m-${round(sheet.width * 0.38)} 12h${round(sheet.width * 0.38)}m-${round(sheet.width * 0.38)} 12h${round(sheet.width * 0.28)}`,
          `M${round(left - 8 * unit)} ${ground}H${box[2]}`,
          `M${round(left - 14 * unit)} ${round(top)}h${round(6 * unit)}m${round(-3 * unit)} 0V${ground}`,
          `M${round(left)} ${round(ground + 6 * unit)}v${round(6 * unit)}m0 ${round(-3 * unit)}h${length}m0 ${round(-3 * unit)}v${round(6 * unit)}`,
        ].join('')}
      />
      <text x={round(left + length / 2)} y={round(ground + 25 * unit)}>
        {length} mm
      </text>
      <text x={round(paper + sheet.width / 2)} y={round(ground + 25 * unit)}>
        {say(sheet.name)}
      </text>
      <text
        transform={`translate(${round(left - 18 * unit)} ${round(top + height / 2)})rotate(-90)`}
      >
        {height} mm
      </text>
    </svg>
  )
}

const round = (value: number) => Math.round(value * 10) / 10
