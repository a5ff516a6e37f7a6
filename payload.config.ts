import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { postgresAdapter } from '@payloadcms/db-postgres'
import { seoPlugin } from '@payloadcms/plugin-seo'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { en } from '@payloadcms/translations/languages/en'
import { ru } from '@payloadcms/translations/languages/ru'
import { buildConfig, type PayloadLogger } from 'payload'
import sharp from 'sharp'
import { areas } from '@/collections/areas'
import { formPlugins } from '@/collections/forms/forms/form.collection'
import { endpoints } from '@/endpoints/endpoints'
import { companyDetails } from '@/globals/companyDetails.global'
import { modules } from '@/globals/modules.global'
import { numbering } from '@/globals/numbering.global'
import { portalSettings } from '@/globals/portalSettings.global'
import { dashboardLabels } from '@/src/admin/dashboard/dashboard.labels'
import { panelCollections, panelGlobal, panelOf } from '@/src/admin/nav/panelCollections'
import { PANEL_SUFFIX, panelViews } from '@/src/admin/nav/panelViews'
import { payloadWords } from '@/src/admin/words/payloadWords'
import { seoWords } from '@/src/admin/words/seoWords'
import { withCapabilities } from '@/src/mechanisms/access/capabilities'
import { fieldRules } from '@/src/mechanisms/access/fieldRules'
import { fileRoad } from '@/src/integrations/storage/road'
import { emailFromSettings } from '@/src/integrations/mail/fromSettings'
import { sanitizeOlderImage } from '@/src/integrations/storage/olderPictures'
import { storageFromSettings } from '@/src/integrations/storage/fromSettings'
import { cookiePrefix } from '@/src/lib/http/cookies'
import { makePayloadLogger } from '@/src/lib/payloadLogger'
import { settings } from '@/src/lib/settings'
import { auditRows } from '@/hooks/auditRows'
import { relationRules } from '@/src/mechanisms/access/relationRules'
import { restLimits } from '@/src/mechanisms/access/restLimits'
import { staffEndpoints } from '@/src/mechanisms/access/staffEndpoints'
import { withQuietDelete } from '@/src/mechanisms/database/deleteOne'
import { openChoices } from '@/src/mechanisms/database/openChoices'
import { withPreferenceLimits } from '@/src/mechanisms/database/preferenceLimits'
import { withFoldedOperators } from '@/src/mechanisms/lists/foldedOperators'
import { refuseInUse } from '@/hooks/refuseInUse'
import { sayErrors } from '@/hooks/sayErrors'
import { setPictureCleaner } from '@/src/mechanisms/exchange/run/pictures'
import { ownerRules } from '@/src/mechanisms/ownership/ownerRules'
import { followOrigins } from '@/src/mechanisms/sites/siteOrigins'
import { migrations } from '@/src/migrations'

const here = path.dirname(fileURLToPath(import.meta.url))

setPictureCleaner(sanitizeOlderImage)

const config = buildConfig({
  secret: settings().PAYLOAD_SECRET,
  serverURL: settings().PUBLIC_URL,
  csrf: [settings().PUBLIC_URL], // and the host names of the sites: followOrigins
  cookiePrefix: cookiePrefix(settings().PUBLIC_URL),
  cors: [],
  onInit: followOrigins,
  // It has every method of pino's that Payload calls; the type names all of pino's.
  logger: makePayloadLogger() as unknown as PayloadLogger,
  admin: {
    user: 'staff',
    avatar: 'default', // Gravatar would be told the hash of every employee's address
    dateFormat: 'dd.MM.yyyy HH:mm',
    importMap: { baseDir: here, importMapFile: path.resolve(here, 'app/(payload)/admin/importMap.js') },
    meta: { titleSuffix: PANEL_SUFFIX },
    components: {
      providers: ['/src/admin/theme/NamedCells#NamedCells'],
      graphics: { Logo: '/src/admin/theme/Logo#Logo', Icon: '/src/admin/theme/Logo#Icon' },
      beforeNavLinks: ['/src/admin/nav/NavLinks#NavLinks'],
      views: {
        dashboard: { Component: '/src/admin/dashboard/Dashboard#Dashboard' },
        figure: {
          Component: '/src/admin/dashboard/FigureView#FigureView',
          path: '/figure',
          meta: { title: dashboardLabels.figure.ru },
        },
        ...panelViews(),
      },
    },
  },
  i18n: { supportedLanguages: { ru, en }, fallbackLanguage: 'ru', translations: payloadWords },
  collections: panelCollections(areas),
  globals: [companyDetails, modules, numbering, portalSettings].map(panelGlobal),
  endpoints,
  editor: lexicalEditor(),
  email: emailFromSettings(),
  plugins: [
    seoPlugin({ collections: ['products'], generateTitle: ({ doc }: { doc: { name?: string } }) => doc.name ?? '' }),
    seoWords,
    staffEndpoints('/plugin-seo/'),
    ...formPlugins,
    panelOf(areas),
    fileRoad,
    withCapabilities,
    fieldRules,
    auditRows,
    refuseInUse,
    ...storageFromSettings(),
  ],
  db: withPreferenceLimits(
    withQuietDelete(
      withFoldedOperators(
        postgresAdapter({
          pool: {
            connectionString: settings().DATABASE_URL,
            max: 20,
            statement_timeout: 60_000,
            idle_in_transaction_session_timeout: 60_000,
          },
          idType: 'uuid',
          beforeSchemaInit: [openChoices],
          push: false,
          migrationDir: path.resolve(here, 'src/migrations'),
          prodMigrations: migrations,
        }),
      ),
    ),
  ),
  defaultDepth: 1,
  maxDepth: 2,
  graphQL: { disable: true },
  sharp,
  telemetry: false,
  hooks: { afterError: [sayErrors] },
  // Types are made by `npm run schema`: otherwise every process that opens the portal outside of production would make them anew.
  typescript: { autoGenerate: false, outputFile: path.resolve(here, 'src/payload-types.ts') },
  upload: { limits: { fileSize: 25 * 1024 * 1024 }, abortOnLimit: true },
})

export default config.then(restLimits).then(relationRules).then(ownerRules)
