interface Dated {
  kind: string
  act: string
  day: string
}

/** One line of what is new: a single thing, or several of a kind on one day told as a number. */
export type NewsLine<Row> = { one: Row } | { many: Row[] }

/** More than these of a kind on one day are told as a number: a plan that opens would fill the page with its measures. */
const singly = 2

/** Puts together what happened to many things on one day; at most `limit` lines, newest first. */
export function linesOf<Row extends Dated>(rows: readonly Row[], limit: number): NewsLine<Row>[] {
  const groups = [...Map.groupBy(rows, ({ kind, act, day }) => `${day} ${kind} ${act}`).values()]
  return groups
    .flatMap((group): NewsLine<Row>[] =>
      group.length > singly && group[0]?.act !== 'happened' ? [{ many: group }] : group.map((one) => ({ one })),
    )
    .slice(0, limit)
}
