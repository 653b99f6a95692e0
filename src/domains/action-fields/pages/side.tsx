import { paths as bodyPaths } from '#domains/bodies/paths.ts'
import { useTexts } from '#platform/texts/texts.ts'
import { Link } from '#ui/link.tsx'
import { Facts, SidePart } from '#ui/object.tsx'
import { usePage } from '#ui/page-context.ts'
import { ForeignText } from '#ui/prose.tsx'
import { formatDate } from '#values/local-date.ts'
import type { Named } from '../model/linked.ts'
import type { OrderThing, Touched } from '../model/order.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'

/** Beside a field: who works on it, for whom. Beside a target group: how many people, and which groups are near. */
export function OrderSide({ thing, touched }: { thing: OrderThing; touched: Touched }) {
  const t = useTexts(texts)
  const { language } = usePage()
  const { size, parent, children } = thing
  return (
    <>
      {size && (
        <SidePart title={t('side.size')}>
          <p>{t('side.sizeValue', { value: size.value })}</p>
          <Facts
            facts={[
              { term: t('side.sizeSource'), value: size.source },
              { term: t('side.sizeDate'), value: size.date && formatDate(size.date, language) },
            ]}
          />
        </SidePart>
      )}
      {touched.bodies.length > 0 && (
        <SidePart title={t('side.bodies')}>
          <ul class="tw-links">
            {touched.bodies.map(({ id, name }) => (
              <li>
                <Link path={bodyPaths.one(id)}>
                  <ForeignText text={name} language="de" />
                </Link>
              </li>
            ))}
          </ul>
        </SidePart>
      )}
      {parent && <NamedLinks title={t('side.parent')} things={[parent]} pathOf={paths.targetGroup} />}
      <NamedLinks title={t('side.children')} things={children} pathOf={paths.targetGroup} />
      <NamedLinks title={t('side.targetGroups')} things={touched.targetGroups} pathOf={paths.targetGroup} />
      <NamedLinks title={t('side.topics')} things={touched.topics} pathOf={paths.topic} />
    </>
  )
}

function NamedLinks({ title, things, pathOf }: { title: string; things: Named[]; pathOf: (id: number) => string }) {
  if (things.length === 0) return null
  return (
    <SidePart title={title}>
      <ul class="tw-links">
        {things.map((thing) => (
          <li>
            <Link path={pathOf(thing.id)}>
              <ForeignText {...thing.title} />
            </Link>
          </li>
        ))}
      </ul>
    </SidePart>
  )
}
