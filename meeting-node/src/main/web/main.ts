// First, so that what a component says of its own fields comes after what holds for all of them.
import './shared/tokens.css'
import './shared/base.css'
import { createApp } from 'vue'
import App from './App.vue'
import { router } from './routes'
import { speakAs } from './shared/words'

speakAs()
createApp(App).use(router).mount('#page')
