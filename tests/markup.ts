import assert from 'node:assert/strict'
import { axeFindings, htmlFindings } from '#ui/testing.tsx'
import type { Answer } from '#tests/office.ts'

/** A page as a browser and a screen reader meet it: what axe-core and html-validate find in it must be nothing. */
export async function assertGoodMarkup(answer: Answer, name: string): Promise<void> {
  assert.deepEqual(await axeFindings(answer.text), [], name)
  assert.deepEqual(await htmlFindings(answer.text), [], name)
}
