import { qrCode } from '#values/qr-code.ts'

/** A text as QR code, always dark on white: readers of dark screens would fail. What it says must stand beside it too. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const rows = qrCode(text)
  const side = rows.length + 8
  const path = rows.map((row, y) => row.map((dark, x) => (dark ? `M${x + 4} ${y + 4}h1v1h-1z` : '')).join('')).join('')
  return (
    <svg class="tw-qr" viewBox={`0 0 ${side} ${side}`} width={side * 5} height={side * 5} role="img" aria-label={label}>
      <path d={`M0 0h${side}v${side}H0z`} fill="#fff" />
      <path d={path} fill="#000" shape-rendering="crispEdges" />
    </svg>
  )
}
