import { collect, type Messages } from '@shared/i18n/collect'
import shared from '@shared/locales/zh-Hant.json'
import elementPlus from 'element-plus/es/locale/lang/zh-tw'

const modules = import.meta.glob<Messages>('../../pages/*/locales/zh-Hant.json', { eager: true, import: 'default' })

export default collect(shared, modules, elementPlus)
