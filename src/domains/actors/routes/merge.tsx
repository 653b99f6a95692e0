import { redirectTo } from '#platform/http/addresses.ts'
import { domain, type Ctx } from '#platform/http/app.ts'
import { readTyped } from '#platform/http/form.ts'
import { LostRace, NotFound, Refused } from '#platform/http/problems.ts'
import { actingOf, idOf } from '#platform/things/acting.ts'
import { formatFlexDate } from '#values/flex-date.ts'
import { formatDate } from '#values/local-date.ts'
import { mergeActors } from '../commands/merge.ts'
import { mergedActor, type Mergeable } from '../model/merge.ts'
import { MergePage, type MergeLine } from '../pages/merge.tsx'
import { paths } from '../paths.ts'
import { countLinks, findSimilar, getMergeable } from '../queries/merge.ts'
import { texts } from '../texts/index.ts'
import { onlyWhoMayAll } from './edit.tsx'

export const mergeRoutes = domain()

const address = '/akteure/:id{[0-9]+}/zusammenfuehren'
const say = (c: Ctx) => texts(c.var.speech)

mergeRoutes.use(address, onlyWhoMayAll)

mergeRoutes.get(address, (c) => mergePage(c, Number(c.req.query('mit')) || undefined))

mergeRoutes.post(address, async (c) => {
  const { into, version, intoVersion } = await readTyped(c)
  const [from, other] = [
    { id: idOf(c), version: Number(version) },
    { id: Number(into), version: Number(intoVersion) },
  ]
  if (!Number.isInteger(other.id)) throw new NotFound()
  try {
    await mergeActors(c.var.db, await actingOf(c), from, other)
  } catch (error) {
    if (error instanceof LostRace) return mergePage(c, other.id, 409)
    if (error instanceof Refused) return redirectTo(c, paths.merge(from.id), say(c).dynamic(error.message))
    throw error
  }
  return redirectTo(c, paths.one(other.id), say(c)('merge.done'))
})

async function mergePage(c: Ctx, chosenId: number | undefined, status: 200 | 409 = 200) {
  const { db } = c.var
  const id = idOf(c)
  const actor = await getMergeable(db, id)
  const query = c.req.query('q') ?? ''
  const other = chosenId === undefined || chosenId === id ? undefined : await getMergeable(db, chosenId)
  const chosen = other && {
    id: chosenId ?? 0,
    version: other.version,
    name: other.name,
    lines: linesOf(c, actor, other),
    links: await countLinks(db, id),
  }
  return c.render(
    <MergePage
      actor={{ id, version: actor.version, name: actor.name }}
      query={query}
      similar={chosen ? [] : await findSimilar(db, id, actor.name, query)}
      {...(chosen && { chosen })}
      wasChanged={status === 409}
    />,
    status,
  )
}

/** The comparison, line by line; what both leave empty is not told. */
function linesOf(c: Ctx, dropped: Mergeable, kept: Mergeable): MergeLine[] {
  const t = say(c)
  const yesOrNo = (value: boolean | null) => (value === null ? '' : value ? t('facts.yes') : t('facts.no'))
  const said: [label: string, text: (one: Mergeable) => string | null][] = [
    [t('form.name'), ({ name }) => name],
    [t('file.types'), ({ types }) => types.map((type) => t(`type.${type}`)).join(', ')],
    [t('mark.migrant'), ({ isMigrantOrganisation }) => yesOrNo(isMigrantOrganisation)],
    [t('form.description'), ({ description }) => description],
    [t('form.place'), ({ place }) => place],
    [t('form.website'), ({ website }) => website],
    [t('form.cooperation'), ({ cooperationState }) => t(`cooperation.${cooperationState}`)],
    [t('form.cooperationForm'), ({ cooperationForm }) => cooperationForm],
    [
      t('form.cooperationSince'),
      ({ cooperationSince }) => cooperationSince && formatFlexDate(cooperationSince, t.language),
    ],
    [t('form.languages'), ({ languages }) => languages.join(', ')],
    [t('form.offers'), ({ offers }) => offers.join('; ')],
    [t('form.legalForm'), ({ legalForm }) => legalForm],
    [t('form.registerNumber'), ({ registerNumber }) => registerNumber],
    [t('form.isNonProfit'), ({ isNonProfit }) => yesOrNo(isNonProfit)],
    [t('file.confirmedOn'), ({ verifiedOn }) => verifiedOn && formatDate(verifiedOn, t.language)],
  ]
  const result = mergedActor(kept, dropped)
  return said
    .map(([label, text]) => ({
      label,
      dropped: text(dropped) ?? '',
      kept: text(kept) ?? '',
      result: text(result) ?? '',
    }))
    .filter((line) => line.dropped !== '' || line.kept !== '')
}
