import { DataZoomInsideComponent } from 'echarts/components'
import { use } from 'echarts/core'

use([DataZoomInsideComponent])
