import '@shared/styles/index.css'
import { configureApi } from '@shared/api/client'
import { queryPlugin, queryClient } from '@shared/app/queries'
import { currentLocale, i18n } from '@shared/i18n/index'
import { useSession } from '@shared/session/session'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './app/App.vue'
import { followLocale } from './app/locale'
import { followTitle, headedFor, loginFor, router } from './app/router'

const app = createApp(App).use(createPinia()).use(i18n).use(queryPlugin)

configureApi({
  language: currentLocale,
  unauthenticated: () => {
    const route = headedFor()
    if (route.meta.open) return
    useSession().forget()
    queryClient.clear()
    void router.replace(loginFor(route.fullPath))
  },
})

await followLocale()
followTitle()
app.use(router).mount('#app')
