import type { DemoMeasure } from '../format.ts'

type YearRow = readonly [fte: number, staff: number, material: number, income: number, spent?: number]

/** The years 2025 to 2028 in this order, euros; `spent` for 2025, and for 2026 as far as it is booked. */
export function fourYears(
  frame: { costCentre: string; account?: string; funding?: string },
  ...rows: readonly [YearRow, YearRow, YearRow, YearRow]
): DemoMeasure['resources'] {
  return rows.map(([fte, staff, material, income, spent], at) => ({
    year: 2025 + at,
    fte,
    staff,
    material,
    income,
    ...(spent !== undefined && { spent }),
    ...frame,
  }))
}
