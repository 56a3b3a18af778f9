import { collect, type Messages } from '@shared/i18n/collect'
import shared from '@shared/locales/zh-CN.json'
import elementPlus from 'element-plus/es/locale/lang/zh-cn'

const modules = import.meta.glob<Messages>('../../pages/*/locales/zh-CN.json', { eager: true, import: 'default' })

export default collect(shared, modules, elementPlus)
