import { paths as goalPaths } from '#domains/goals/paths.ts'
import { paths as measurePaths } from '#domains/measures/paths.ts'
import { paths as needPaths } from '#domains/needs/paths.ts'
import { useTexts } from '#platform/texts/texts.ts'
import { Link } from '#ui/link.tsx'
import { Section } from '#ui/object.tsx'
import { ForeignText } from '#ui/prose.tsx'
import { ScrollBox, Table } from '#ui/table.tsx'
import { withQuery } from '#values/query.ts'
import type { OrderKind } from '../model/forms.ts'
import type { Crossing } from '../model/order.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'

interface Props {
  crossings: Crossing[]
  /** The list filter of the topic or target group. */
  filter: Record<string, string>
  kind: OrderKind
}

/** How much of a topic or target group lies in which field; each number leads to the list of just these. */
export function Crossings({ crossings, filter, kind }: Props) {
  const t = useTexts(texts)
  const counted = (list: string, key: 'needCount' | 'goalCount' | 'measureCount') => (crossing: Crossing) => {
    const count = crossing[key]
    const isListed = crossing.field !== null && !(key === 'goalCount' && kind === 'target-group')
    if (count === 0 || !isListed) return count
    return <Link path={withQuery(list, { ...filter, feld: String(crossing.field?.id) })}>{count}</Link>
  }
  const sum = (key: 'needCount' | 'goalCount' | 'measureCount') =>
    crossings.reduce((total, crossing) => total + crossing[key], 0)
  return (
    <Section id="felder" title={t('crossings.title')} flush>
      {crossings.length === 0 ? (
        <p class="tw-muted">{t('crossings.empty')}</p>
      ) : (
        <ScrollBox label={t('crossings.caption')}>
          <Table
            caption={t('crossings.caption')}
            captionHidden
            tight
            rows={crossings}
            columns={[
              {
                key: 'field',
                label: t('action-field.one'),
                cell: ({ field }) => <FieldName field={field} />,
                rowHeader: true,
              },
              { key: 'needs', label: t('crossings.needs'), cell: counted(needPaths.list, 'needCount'), numeric: true },
              { key: 'goals', label: t('crossings.goals'), cell: counted(goalPaths.list, 'goalCount'), numeric: true },
              {
                key: 'measures',
                label: t('crossings.measures'),
                cell: counted(measurePaths.list, 'measureCount'),
                numeric: true,
              },
            ]}
            footer={{
              field: t('crossings.sum'),
              needs: sum('needCount'),
              goals: sum('goalCount'),
              measures: sum('measureCount'),
            }}
          />
        </ScrollBox>
      )}
    </Section>
  )
}

function FieldName({ field }: { field: Crossing['field'] }) {
  const t = useTexts(texts)
  if (!field) return <span class="tw-muted">{t('crossings.none')}</span>
  return (
    <Link path={paths.one(field.id)}>
      <ForeignText {...field.title} />
    </Link>
  )
}
