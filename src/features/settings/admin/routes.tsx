import { drawDesk, openDesk } from '#features/settings/desk-page.tsx'
import { allSettings } from '#features/settings/queries.ts'
import { settingDesk } from '#features/settings/setting-desk.tsx'
import { localTime } from '#lib/dates.ts'
import { router } from '#platform/http.ts'
import { MorePage } from '#ui/admin-frame.tsx'
import { anyOrder, moveLowAt, unlessOrdered } from '../desk-queries.ts'
import { readHoliday, typedHoliday } from '../holiday-form.ts'
import { readShop, typedShop } from '../identity-form.ts'
import { readLegal } from '../legal-form.ts'
import { readCarriers, readWorkshop, typedCarriers, typedWorkshop } from '../workshop-form.ts'
import { CarriersPage } from './carriers-page.tsx'
import { HolidayPage } from './holiday-page.tsx'
import { HubPage } from './hub-page.tsx'
import { IdentityPage } from './identity-page.tsx'
import { LegalPage } from './legal-page.tsx'
import { WorkshopPage } from './workshop-page.tsx'

export const hubDesk = router().get('/', async (c) =>
  drawDesk(c, openDesk(c, await allSettings(c.var.tools.db)), <HubPage />),
)

export const moreDesk = router().get('/', async (c) =>
  drawDesk(c, openDesk(c, await allSettings(c.var.tools.db)), <MorePage />),
)

const nothing = async () => null

export const identityDesk = settingDesk({
  keys: ['shop', 'tax'],
  look: async ({ db }) => (await anyOrder(db)).length > 0,
  typed: ({ settings }) => typedShop(settings.shop),
  read: (fields, { settings }, hasOrders) => readShop(fields, settings, hasOrders),
  also: ({ db }, was, next) =>
    was.shop.currency === next.shop.currency ? [] : [unlessOrdered(db)],
  page: (sheet, hasOrders) => <IdentityPage sheet={sheet} hasOrders={hasOrders} />,
})

export const legalDesk = settingDesk({
  keys: ['legal'],
  look: nothing,
  typed: ({ settings }) => settings.legal,
  read: (fields) => readLegal(fields),
  page: (sheet) => <LegalPage sheet={sheet} />,
})

export const workshopDesk = settingDesk({
  keys: ['dispatch', 'stock'],
  look: nothing,
  typed: ({ settings }) => typedWorkshop(settings),
  read: (fields, { settings }) => readWorkshop(fields, settings, settings.shop.languages),
  also: ({ db }, was, next) =>
    was.stock.lowAt === next.stock.lowAt ? [] : [moveLowAt(db, was.stock.lowAt, next.stock.lowAt)],
  page: (sheet) => <WorkshopPage sheet={sheet} />,
})

export const carriersDesk = settingDesk({
  keys: ['carriers'],
  look: nothing,
  typed: ({ settings }) => typedCarriers(settings.carriers),
  read: (fields) => readCarriers(fields),
  page: (sheet) => <CarriersPage sheet={sheet} />,
})

export const holidayDesk = settingDesk({
  keys: ['holiday'],
  look: nothing,
  typed: ({ settings }) => typedHoliday(settings.holiday),
  read: (fields, { settings, now }) =>
    readHoliday(fields, settings.holiday, {
      languages: settings.shop.languages,
      today: localTime(now, settings.shop.timeZone).day,
    }),
  page: (sheet) => <HolidayPage sheet={sheet} />,
})
