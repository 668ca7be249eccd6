import { createApp } from 'vue'
import App from './App.vue'
import { router } from './routes'
import { speakAs } from './shared/words'
import './shared/tokens.css'
import './shared/base.css'

speakAs()
createApp(App).use(router).mount('#page')
