import type { Ctx } from '#platform/http/app.ts'
import { texts } from '../texts/index.ts'

/** The words of this domain for the reader. */
export const say = (c: Ctx) => texts(c.var.speech)

/** Where one area lives; the address ends in what is done with it. */
export const address = '/gebiete/:id{[0-9]+}'
