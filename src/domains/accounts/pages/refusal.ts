import type { Refused } from '#platform/auth/result.ts'
import type { SayOf } from '#platform/texts/texts.ts'
import type { texts } from '../texts/index.ts'

/** Why sign-in said no, in words; with the time to wait where there is one. */
export function refusalText(
  t: SayOf<typeof texts>,
  { code, retryAfterSeconds = 0 }: Pick<Refused, 'code' | 'retryAfterSeconds'>,
): string {
  if (code !== 'too-many') return t.dynamic(`refused.${code}`)
  return retryAfterSeconds < 90
    ? t('refused.waitSeconds', { seconds: retryAfterSeconds })
    : t('refused.waitMinutes', { minutes: Math.ceil(retryAfterSeconds / 60) })
}
