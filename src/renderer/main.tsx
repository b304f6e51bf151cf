import './ui/theme/styles.ts'
import { createRoot } from 'react-dom/client'
import { PAGE_FILES } from './app/pages.ts'
import { Root } from './app/Root.tsx'
import { askAhead } from './app/use-call.ts'

// The whole window waits for these: the connection is made while the first picture is worked out.
askAhead('workspace.status', {})
askAhead('settings.get', {})
// Most starts end on the dashboard: its code comes while the host is still asked what is open.
if (/^#?\/?(dashboard\b.*)?$/.test(location.hash)) void PAGE_FILES.dashboard()

const element = document.getElementById('root')
if (!element) throw new Error('index.html has no #root')
createRoot(element).render(<Root />)
