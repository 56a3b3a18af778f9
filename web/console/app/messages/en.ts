import { collect, type Messages } from '@shared/i18n/collect'
import shared from '@shared/locales/en.json'
import elementPlus from 'element-plus/es/locale/lang/en'

const modules = import.meta.glob<Messages>('../../pages/*/locales/en.json', { eager: true, import: 'default' })

export default collect(shared, modules, elementPlus)
