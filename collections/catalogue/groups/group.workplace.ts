import { defineWorkplace } from '@/src/mechanisms/panel/defineWorkplace'

/** The catalogue's sections as a tree; the raw list stays among «Данные». */
export const groupsWorkplace = defineWorkplace({
  key: 'sections',
  label: { ru: 'Разделы', en: 'Sections' },
  section: 'site',
  path: '/workplace/sections',
  view: '/src/admin/sections/SectionsWorkplace#SectionsWorkplace',
  roles: ['editor', 'admin'],
  order: 25,
})
