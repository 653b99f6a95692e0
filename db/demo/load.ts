import { sql } from 'kysely'
import { authorityLines, legalProfileOf } from '#domains/municipality/index.ts'
import type { Database } from '#platform/db/database.ts'
import type { DB } from '#platform/db/schema.generated.ts'
import { latestDay, parseFlexDate, sortKey } from '#values/flex-date.ts'
import { hashOf } from '#values/local-text.ts'
import type { DemoMunicipality, FlexDateText, Text } from './format.ts'

/**
 * Writes an example municipality into an empty one. Runs in the caller's transaction, as the municipality `id`; `today`
 * dates what was published.
 */
export async function loadMunicipality(db: Database, municipalityId: number, demo: DemoMunicipality): Promise<void> {
  await new Loader(db, municipalityId, demo).load()
}

type Kind = DB['planItem']['kind']
type Keys = Map<string, number>

const german = (text: Text): string => (typeof text === 'string' ? text : text.de)
const optional = (text: Text | undefined): string | null => (text === undefined ? null : german(text))
const flexDate = (text: FlexDateText | undefined) => (text === undefined ? null : parseFlexDate(text))
const cents = (euros: number | undefined) => (euros === undefined ? null : Math.round(euros * 100))
const find = (keys: Keys, key: string): number => {
  const id = keys.get(key)
  if (id === undefined) throw new Error(`The example refers to ${key}, which does not exist`)
  return id
}

class Loader {
  readonly db: Database
  readonly municipalityId: number
  readonly demo: DemoMunicipality
  planVersionId = 0
  readonly publishedAt = new Date('2026-11-20T09:00:00Z')
  readonly units: Keys = new Map()
  readonly actors: Keys = new Map()
  readonly areas: Keys = new Map()
  readonly products: Keys = new Map()
  readonly bodies: Keys = new Map()
  readonly fields: Keys = new Map()
  readonly topics: Keys = new Map()
  readonly groups: Keys = new Map()
  readonly needs: Keys = new Map()
  readonly goals: Keys = new Map()
  readonly indicators: Keys = new Map()
  readonly measures: Keys = new Map()

  constructor(db: Database, municipalityId: number, demo: DemoMunicipality) {
    this.db = db
    this.municipalityId = municipalityId
    this.demo = demo
  }

  async load() {
    await this.loadHouse()
    await this.loadVersions()
    await this.loadFrame()
    await this.loadFields()
    await this.loadChapters()
    await this.loadIndicators()
    await this.loadNeeds()
    await this.loadGoals()
    await this.loadMeasures()
    await this.loadActorFields()
    await this.loadBodies()
  }

  get own() {
    return { municipalityId: this.municipalityId }
  }
  get row() {
    return { municipalityId: this.municipalityId, planVersionId: this.planVersionId }
  }
  published(draft = false) {
    return { publishedAt: draft ? null : this.publishedAt }
  }

  async identity(kind: Kind): Promise<number> {
    const { id } = await this.db
      .insertInto('planItem')
      .values({ ...this.own, kind })
      .returning('id')
      .executeTakeFirstOrThrow()
    return id
  }

  async translate(thingKind: string, thingId: number, texts: Record<string, Text | undefined>) {
    const rows = Object.entries(texts).flatMap(([field, text]) =>
      text === undefined || typeof text === 'string'
        ? []
        : Object.entries(text)
            .filter(([language]) => language !== 'de')
            .map(([language, version]) => ({
              ...this.own,
              ...{
                thingKind,
                thingId,
                field,
                language,
                text: version,
                sourceHash: hashOf(text.de),
                confirmedAt: this.publishedAt,
              },
            })),
    )
    if (rows.length > 0) await this.db.insertInto('translation').values(rows).execute()
  }

  async loadHouse() {
    for (const { key, level, code, name, parent, endedOn, mergedInto } of this.demo.orgUnits) {
      const { id } = await this.db
        .insertInto('orgUnit')
        .values({
          ...this.own,
          levelName: level,
          code: code ?? null,
          name,
          parentId: parent ? find(this.units, parent) : null,
          endedOn: endedOn ?? null,
          mergedIntoId: mergedInto ? (this.units.get(mergedInto) ?? null) : null,
          position: this.units.size,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      this.units.set(key, id)
    }
    for (const { key, mergedInto } of this.demo.orgUnits) {
      if (!mergedInto) continue
      await this.db
        .updateTable('orgUnit')
        .set({ mergedIntoId: find(this.units, mergedInto) })
        .where('id', '=', find(this.units, key))
        .execute()
    }
    for (const { key, code, title, parent } of this.demo.products) {
      const { id } = await this.db
        .insertInto('budgetProduct')
        .values({
          ...this.own,
          code,
          title,
          parentId: parent ? find(this.products, parent) : null,
          level: productLevel(code, parent),
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      this.products.set(key, id)
    }
    for (const area of this.demo.areas) {
      const { id } = await this.db
        .insertInto('area')
        .values({
          ...this.own,
          level: area.level,
          areaKey: area.ags ?? null,
          name: area.name,
          edition: '2024',
          parentId: area.parent ? find(this.areas, area.parent) : null,
          population: area.population ?? null,
          geometry: area.polygon ? JSON.stringify({ type: 'Polygon', coordinates: [area.polygon] }) : null,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      this.areas.set(area.key, id)
    }
    for (const actor of this.demo.actors) await this.loadActor(actor)
  }

  async loadActor(actor: DemoMunicipality['actors'][number]) {
    const { id } = await this.db
      .insertInto('actor')
      .values({
        ...this.own,
        name: actor.name,
        types: actor.types,
        legalForm: actor.legalForm ?? null,
        isNonProfit: actor.nonProfit ?? null,
        isMigrantOrganisation: actor.isMigrantOrganisation,
        cooperationState: actor.cooperation?.state ?? 'NONE',
        cooperationForm: actor.cooperation?.form ?? null,
        cooperationSince: flexDate(actor.cooperation?.since),
        description: optional(actor.description),
        place: actor.place,
        website: actor.website ?? null,
        languages: actor.languages,
        offers: actor.offers,
        verifiedOn: actor.verifiedOn ?? null,
        ...this.published(),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    this.actors.set(actor.key, id)
    await this.translate('actor', id, { description: actor.description })
    const town = this.demo.areas.find(({ name }) => name === actor.place)
    if (town && !actor.everywhere) {
      const areaId = find(this.areas, town.key)
      await this.db
        .insertInto('actorArea')
        .values({ ...this.own, actorId: id, areaId })
        .execute()
    }
    const { contact } = actor
    if (!contact) return
    await this.db
      .insertInto('actorContact')
      .values({
        ...this.own,
        actorId: id,
        person: contact.person ?? null,
        email: contact.email ?? null,
        phone: contact.phone ?? null,
        consent: contact.consent,
        consentOn: contact.consent.length > 0 ? (actor.verifiedOn ?? '2026-03-02') : null,
      })
      .execute()
  }

  async loadVersions() {
    const { plan } = this.demo
    const { id: planId } = await this.db
      .insertInto('plan')
      .values({
        ...this.own,
        formerTitles: JSON.stringify(
          plan.formerTitles.map(({ title, until }) => ({ title, until: parseFlexDate(until) })),
        ),
        parentStrategy: plan.parentStrategy ? JSON.stringify(plan.parentStrategy) : null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    let predecessorId: number | null = null
    for (const version of plan.versions) {
      const isLast = version === plan.versions.at(-1)
      const { id } = await this.db
        .insertInto('planVersion')
        .values({
          ...this.own,
          planId,
          predecessorId,
          number: version.number,
          title: version.title,
          label: version.label,
          state: version.state,
          periodFrom: flexDate(version.from),
          periodTo: flexDate(version.to),
          decision: version.decision ? JSON.stringify(version.decision) : null,
          ...this.published(),
          ...(isLast && {
            lead: german(plan.lead),
            understanding: optional(plan.understanding?.text),
            understandingSource: plan.understanding?.source ?? null,
            mainGoal: optional(plan.mainGoal),
            carriers: plan.carriers,
            funder: plan.funder?.funder ?? null,
            fundingProgramme: plan.funder?.programme ?? null,
          }),
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      predecessorId = id
      this.planVersionId = id
      for (const [position, goal] of (version.goals ?? []).entries()) {
        const goalId = await this.identity('goal')
        await this.db
          .insertInto('goal')
          .values({ ...this.row, id: goalId, position, level: goal.level, text: goal.text, ...this.published() })
          .execute()
      }
    }
    await this.translate('plan-version', this.planVersionId, {
      title: plan.title,
      lead: plan.lead,
      understanding: plan.understanding?.text,
      mainGoal: plan.mainGoal,
    })
  }

  async loadFrame() {
    const { plan } = this.demo
    for (const [position, phase] of plan.phases.entries()) {
      const id = await this.identity('phase')
      const period = flexDate(phase.period)
      await this.db
        .insertInto('phase')
        .values({
          ...this.row,
          id,
          position,
          title: german(phase.title),
          periodFrom: period,
          state: phase.state,
          outcome: optional(phase.outcome),
          ...this.published(),
        })
        .execute()
      await this.translate('phase', id, { title: phase.title, outcome: phase.outcome })
    }
    for (const event of plan.events) {
      const id = await this.identity('event')
      const date = parseFlexDate(event.date)
      await this.db
        .insertInto('planEvent')
        .values({
          ...this.row,
          id,
          title: german(event.title),
          date,
          sortDate: sortKey(date),
          text: optional(event.text),
          isTentative: event.tentative ?? false,
          ...this.published(),
        })
        .execute()
      await this.translate('event', id, { title: event.title, text: event.text })
    }
  }

  async loadChapters() {
    const { plan } = this.demo
    for (const [position, chapter] of plan.chapters.entries()) {
      const id = await this.identity('chapter')
      await this.db
        .insertInto('chapter')
        .values({
          ...this.row,
          id,
          position,
          place: chapter.place,
          afterFieldId: chapter.afterField ? find(this.fields, chapter.afterField) : null,
          title: german(chapter.title),
          text: german(chapter.text),
          ...this.published(),
        })
        .execute()
      await this.translate('chapter', id, { title: chapter.title, text: chapter.text })
    }
  }

  async loadFields() {
    const { plan } = this.demo
    for (const [position, field] of plan.actionFields.entries()) {
      const id = await this.identity('action-field')
      this.fields.set(field.key, id)
      await this.db
        .insertInto('actionField')
        .values({
          ...this.row,
          id,
          position,
          code: field.code,
          title: german(field.title),
          description: german(field.description),
          ...this.published(),
        })
        .execute()
      await this.translate('action-field', id, { title: field.title, description: field.description })
    }
    for (const [position, topic] of plan.crossCuttingTopics.entries()) {
      const id = await this.identity('cross-cutting-topic')
      this.topics.set(topic.key, id)
      await this.db
        .insertInto('crossCuttingTopic')
        .values({
          ...this.row,
          id,
          position,
          title: german(topic.title),
          description: optional(topic.description),
          ...this.published(),
        })
        .execute()
      await this.translate('cross-cutting-topic', id, { title: topic.title, description: topic.description })
    }
    for (const [position, group] of plan.targetGroups.entries()) {
      const id = await this.identity('target-group')
      this.groups.set(group.key, id)
      await this.db
        .insertInto('targetGroup')
        .values({
          ...this.row,
          id,
          position,
          title: german(group.title),
          description: optional(group.description),
          parentId: group.parent ? find(this.groups, group.parent) : null,
          sizeValue: group.estimatedSize?.value ?? null,
          sizeSource: group.estimatedSize?.source ?? null,
          sizeDate: group.estimatedSize?.date ?? null,
          ...this.published(),
        })
        .execute()
      await this.translate('target-group', id, { title: group.title, description: group.description })
    }
  }

  async loadIndicators() {
    for (const [position, indicator] of this.demo.plan.indicators.entries()) {
      const id = await this.identity('indicator')
      this.indicators.set(indicator.key, id)
      await this.db
        .insertInto('indicator')
        .values({
          ...this.row,
          id,
          position,
          code: indicator.code,
          title: german(indicator.title),
          actionFieldId: indicator.actionField ? find(this.fields, indicator.actionField) : null,
          unit: indicator.unit,
          kind: indicator.kind,
          decimals: indicator.decimals,
          direction: indicator.direction,
          baselineValue: indicator.baseline?.value ?? null,
          baselineDate: indicator.baseline?.date ?? null,
          targetValue: indicator.target?.value ?? null,
          targetDate: indicator.target?.date ?? null,
          method: german(indicator.method),
          limits: optional(indicator.limits),
          source: indicator.source,
          licence: indicator.licence ?? null,
          ...this.published(),
        })
        .execute()
      await this.translate('indicator', id, {
        title: indicator.title,
        method: indicator.method,
        limits: indicator.limits,
      })
      for (const value of indicator.values) {
        await this.db
          .insertInto('observation')
          .values({
            ...this.own,
            indicatorId: id,
            periodFrom: `${value.year}-01-01`,
            periodTo: `${value.year}-12-31`,
            value: value.value ?? null,
            numerator: value.numerator ?? null,
            denominator: value.denominator ?? null,
            ...meaningOf(value.sign),
            note: value.note ?? null,
            source: indicator.source,
          })
          .execute()
      }
    }
  }

  async loadNeeds() {
    const { needs } = this.demo.plan
    for (const [position, need] of needs.entries()) {
      const id = await this.identity('need')
      this.needs.set(need.key, id)
      await this.db
        .insertInto('need')
        .values({
          ...this.row,
          id,
          position,
          actionFieldId: find(this.fields, need.actionField),
          statement: german(need.statement),
          description: optional(need.description),
          priority: need.priority ?? null,
          state: need.state,
          rejectionReason: need.reason ?? null,
          // What went into another need is public there.
          ...this.published(need.draft ?? need.mergedInto !== undefined),
        })
        .execute()
      await this.translate('need', id, { statement: need.statement, description: need.description })
      await this.links(
        'needTargetGroup',
        need.targetGroups.map((key) => ({ needId: id, targetGroupId: find(this.groups, key) })),
      )
      await this.links(
        'needTopic',
        need.topics.map((key) => ({ needId: id, topicId: find(this.topics, key) })),
      )
      for (const [at, source] of need.sources.entries()) {
        await this.db
          .insertInto('needSource')
          .values({
            ...this.row,
            needId: id,
            kind: source.kind,
            text: source.text,
            date: flexDate(source.date),
            position: at,
          })
          .execute()
      }
    }
    for (const need of needs) {
      if (!need.mergedInto) continue
      await this.db
        .updateTable('need')
        .set({ mergedIntoId: find(this.needs, need.mergedInto) })
        .where('id', '=', find(this.needs, need.key))
        .where('planVersionId', '=', this.planVersionId)
        .execute()
    }
  }

  async loadGoals() {
    const { goals } = this.demo.plan
    for (const [position, goal] of goals.entries()) {
      const id = await this.identity('goal')
      this.goals.set(goal.key, id)
      await this.db
        .insertInto('goal')
        .values({
          ...this.row,
          id,
          position,
          level: goal.level,
          source: goal.source,
          actionFieldId: goal.actionField ? find(this.fields, goal.actionField) : null,
          text: german(goal.text),
          leadIn: goal.leadIn ?? null,
          relation: goal.relation ?? null,
          budgetProductId: goal.product ? find(this.products, goal.product) : null,
          stairStep: goal.stairStep ?? null,
          evidence: optional(goal.evidence),
          ...this.published(goal.draft),
        })
        .execute()
      await this.translate('goal', id, { text: goal.text, evidence: goal.evidence })
      await this.links(
        'goalNeed',
        goal.needs.map((key) => ({ goalId: id, needId: find(this.needs, key) })),
      )
      await this.links(
        'goalTopic',
        goal.topics.map((key) => ({ goalId: id, topicId: find(this.topics, key) })),
      )
      await this.links(
        'goalIndicator',
        goal.indicators.map((key) => ({ goalId: id, indicatorId: find(this.indicators, key) })),
      )
    }
    for (const goal of goals) {
      if (!goal.parent) continue
      await this.db
        .updateTable('goal')
        .set({ parentId: find(this.goals, goal.parent) })
        .where('id', '=', find(this.goals, goal.key))
        .where('planVersionId', '=', this.planVersionId)
        .execute()
    }
  }

  async loadMeasures() {
    for (const measure of this.demo.plan.measures) {
      const id = await this.identity('measure')
      this.measures.set(measure.key, id)
      const from = measure.from === undefined ? null : parseFlexDate(measure.from)
      const to = measure.to === undefined ? null : parseFlexDate(measure.to)
      await this.db
        .insertInto('measure')
        .values({
          ...this.row,
          id,
          number: measure.number,
          numberOrder: measure.number.split('.').map((part) => Number.parseInt(part, 10) || 0),
          title: german(measure.title),
          description: german(measure.description),
          actionFieldId: find(this.fields, measure.actionField),
          kind: measure.kind,
          isFlagship: measure.flagship ?? false,
          isQuickWin: measure.quickWin ?? false,
          leadOrgUnitId: 'orgUnit' in measure.lead ? find(this.units, measure.lead.orgUnit) : null,
          leadActorId: 'actor' in measure.lead ? find(this.actors, measure.lead.actor) : null,
          periodFrom: from,
          periodFromSort: from && sortKey(from),
          periodTo: to,
          periodToSort: to && latestDay(to),
          isPermanent: measure.permanent ?? false,
          state: measure.state,
          stateReason: optional(measure.stateReason),
          progress: measure.progress ?? null,
          course: measure.course,
          courseReason: measure.courseReason ?? null,
          courseReleased: measure.courseReleased,
          confirmedOn: measure.confirmedOn ?? null,
          logic: JSON.stringify(measure.logic ?? {}),
          internalNote: measure.internalNote ?? null,
          ...this.published(measure.draft),
        })
        .execute()
      await this.translate('measure', id, {
        title: measure.title,
        description: measure.description,
        stateReason: measure.stateReason,
      })
      await this.links(
        'measureGoal',
        measure.goals.map((key) => ({ measureId: id, goalId: find(this.goals, key) })),
      )
      await this.links(
        'measureTargetGroup',
        measure.targetGroups.map((key) => ({ measureId: id, targetGroupId: find(this.groups, key) })),
      )
      await this.links(
        'measureTopic',
        measure.topics.map((key) => ({ measureId: id, topicId: find(this.topics, key) })),
      )
      await this.links(
        'measureArea',
        measure.areas.map((key) => ({ measureId: id, areaId: find(this.areas, key) })),
      )
      await this.links(
        'measureIndicator',
        measure.indicators.map((key) => ({ measureId: id, indicatorId: find(this.indicators, key) })),
      )
      await this.links(
        'measurePartner',
        measure.partners.map((key) => ({ measureId: id, ...this.partner(key) })),
      )
      const resources = measure.resources.map((resource, at) => ({
        ...this.row,
        measureId: id,
        position: at,
        year: resource.year,
        fte: resource.fte ?? null,
        staffCents: cents(resource.staff),
        materialCents: cents(resource.material),
        incomeCents: cents(resource.income),
        spentCents: cents(resource.spent),
        fundingSource: resource.funding ?? null,
        costCentre: resource.costCentre ?? null,
        account: resource.account ?? null,
      }))
      if (resources.length > 0) await this.db.insertInto('measureResource').values(resources).execute()
    }
  }

  partner(key: string) {
    const actorId = this.actors.get(key)
    return actorId === undefined ? { orgUnitId: find(this.units, key) } : { actorId }
  }

  async links(
    table:
      | 'needTargetGroup'
      | 'needTopic'
      | 'goalNeed'
      | 'goalTopic'
      | 'goalIndicator'
      | 'measureGoal'
      | 'measureTargetGroup'
      | 'measureTopic'
      | 'measureArea'
      | 'measureIndicator'
      | 'measurePartner',
    rows: Record<string, number>[],
  ) {
    if (rows.length === 0) return
    await this.db
      .insertInto(table)
      .values(rows.map((row) => ({ ...this.row, ...row })) as never)
      .execute()
  }

  async loadActorFields() {
    for (const { key, fields } of this.demo.actors) {
      const rows = fields.map((field) => ({
        ...this.own,
        actorId: find(this.actors, key),
        actionFieldId: find(this.fields, field),
      }))
      if (rows.length > 0) await this.db.insertInto('actorActionField').values(rows).execute()
    }
  }

  async loadBodies() {
    for (const [position, body] of this.demo.bodies.entries()) {
      const { id } = await this.db
        .insertInto('body')
        .values({
          ...this.own,
          name: body.name,
          shortName: body.shortName ?? null,
          type: body.type,
          purpose: german(body.purpose),
          meets: body.meets ?? null,
          targetSize: body.targetSize ?? null,
          since: flexDate(body.since),
          isMemberListOpen: body.openList ?? false,
          position,
          ...this.published(),
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      this.bodies.set(body.key, id)
      await this.translate('body', id, { purpose: body.purpose })
      const tasks = body.tasks.map(({ text, mode }, at) => ({
        ...this.own,
        bodyId: id,
        position: at,
        text: german(text),
        mode,
      }))
      if (tasks.length > 0) await this.db.insertInto('bodyTask').values(tasks).execute()
    }
    for (const body of this.demo.bodies) {
      const bodyId = find(this.bodies, body.key)
      if (body.parent)
        await this.db
          .updateTable('body')
          .set({ parentId: find(this.bodies, body.parent) })
          .where('id', '=', bodyId)
          .execute()
      const seats = body.seats.map((seat, at) => ({
        ...this.own,
        bodyId,
        position: at,
        kind: seat.kind,
        label:
          seat.kind === 'DELEGATE_OF'
            ? (this.demo.bodies.find(({ key }) => key === seat.label)?.name ?? seat.label)
            : seat.label,
        count: seat.count ?? 1,
        role: seat.role ?? null,
        hasVote: seat.votes ?? true,
        actorId: seat.actor ? find(this.actors, seat.actor) : null,
        delegateBodyId: seat.kind === 'DELEGATE_OF' ? (this.bodies.get(seat.label) ?? null) : null,
      }))
      if (seats.length > 0) await this.db.insertInto('bodySeat').values(seats).execute()
      const relations = body.relations.map(({ kind, body: other }) => ({
        ...this.own,
        bodyId,
        kind,
        otherId: find(this.bodies, other),
      }))
      if (relations.length > 0) await this.db.insertInto('bodyRelation').values(relations).execute()
    }
    for (const { key, bodies } of this.demo.plan.actionFields) {
      const rows = bodies.map((body) => ({
        ...this.own,
        bodyId: find(this.bodies, body),
        actionFieldId: find(this.fields, key),
      }))
      if (rows.length > 0) await this.db.insertInto('bodyActionField').values(rows).execute()
    }
  }
}

const productLevel = (code: string, parent: string | undefined) => {
  if (!parent) return 'SUB_BUDGET' as const
  return code.split('.').length >= 3 ? ('PRODUCT' as const) : ('PRODUCT_GROUP' as const)
}

// domain.md 7.3: the signs of official tables. A sign stands for the value or limits it; a flag says how it came about.
const signs = {
  '–': 'NOTHING',
  '-': 'NOTHING',
  '0': 'BELOW_HALF',
  '.': 'SUPPRESSED',
  '...': 'PENDING',
  '/': 'UNRELIABLE',
  '()': 'LIMITED',
  x: 'NOT_APPLICABLE',
} as const
const flags: Readonly<Record<string, string>> = {
  p: 'PROVISIONAL',
  r: 'REVISED',
  s: 'ESTIMATED',
  D: 'AVERAGE',
  '|': 'BREAK',
}

function meaningOf(sign: string | undefined) {
  if (sign === undefined) return {}
  if (sign in signs) return { sign: signs[sign as keyof typeof signs] }
  const flag = flags[sign]
  if (flag === undefined) throw new Error(`The example uses the sign ${sign}, which means nothing`)
  return { flags: [flag] }
}

/** What the invented county tells about itself by law; of a real one nothing is made up. */
function legalFacts({ slug, state, isExample, representative, address }: DemoMunicipality) {
  if (isExample) return { imprint: JSON.stringify({ representative }) }
  const { office, street, postcode, place } = address
  const { dataProtection, accessibilityEnforcement } = legalProfileOf(state)
  return {
    imprint: JSON.stringify({ representative, responsible: `${office}\n${street}\n${postcode} ${place}` }),
    privacy: JSON.stringify({
      officer: `Behördlicher Datenschutz\n${street}\n${postcode} ${place}`,
      officerEmail: `datenschutz@${slug}.example`,
      authority: authorityLines(dataProtection),
    }),
    accessibility: JSON.stringify({
      conformance: 'partly',
      exceptions: [
        {
          text: 'Karte der Gemeinden',
          reason: 'Formen lassen sich nicht vorlesen',
          alternative: 'Tabelle unter der Karte',
        },
      ],
      method: 'Selbstbewertung',
      assessedOn: '2026-10-01',
      enforcement: authorityLines(accessibilityEnforcement),
    }),
  }
}

/** Makes the municipality itself; the caller then loads it inside its scope. Returns its id. */
export async function createDemoMunicipality(db: Database, demo: DemoMunicipality): Promise<number> {
  const { id } = await db
    .insertInto('municipality')
    .values({
      slug: demo.slug,
      name: demo.name.replace(/^(Landkreis|Kreis|Stadt|Gemeinde) /, ''),
      kind: demo.kind,
      federalState: demo.state,
      isOpen: true,
      isExample: demo.isExample,
      isDemo: true,
      languages: demo.languages,
      words: JSON.stringify(demo.words),
      address: JSON.stringify(demo.address),
      ...legalFacts(demo),
      openedAt: sql`now()`,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
