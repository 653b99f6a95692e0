const directorySignature = 0x02014b50
const endSignature = 0x06054b50
/** 1 January 1980, the first day a zip can hold. */
const firstDay = 0x0021

/** Sets the time of every file in an archive to the same day, in place, so that equal contents are equal bytes. */
export function fixZipDates(zip: Uint8Array): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  let end = zip.length - 22
  while (view.getUint32(end, true) !== endSignature) end--
  const count = view.getUint16(end + 10, true)
  let entry = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index++) {
    if (view.getUint32(entry, true) !== directorySignature) throw new Error('The archive has no directory')
    const file = view.getUint32(entry + 42, true)
    for (const at of [entry + 12, file + 10]) {
      view.setUint16(at, 0, true)
      view.setUint16(at + 2, firstDay, true)
    }
    entry += 46 + view.getUint16(entry + 28, true) + view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true)
  }
  return zip
}
