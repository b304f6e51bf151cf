import './ui/theme/styles.ts'
import { createRoot } from 'react-dom/client'
import { Root } from './app/Root.tsx'

const element = document.getElementById('root')
if (!element) throw new Error('index.html has no #root')
createRoot(element).render(<Root />)
