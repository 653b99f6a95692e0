import { formatFlexDate, isGermanWording, type FlexDate } from '#values/flex-date.ts'
import { usePage } from './page-context.ts'
import { ForeignText } from './prose.tsx'

/** A date as exactly as it is known. Stands apart from the text around it, whichever way that runs. */
export function FlexDateText({ date }: { date: FlexDate }) {
  const { language } = usePage()
  if (isGermanWording(date, language)) return <ForeignText text={date.value} language="de" />
  return <bdi>{formatFlexDate(date, language)}</bdi>
}
