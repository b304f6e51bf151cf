/**
 * The interface's building blocks. Import from '../../ui/index.ts'.
 *
 * Page      <Page title subtitle actions filterBar={<FilterBar/>} inspector fill>…</Page>: renders <main> and <aside>; `fill`: the page's
 *           content lays itself out to the full height (tables, grids) and scrolls inside.
 * Panel     <Panel title subtitle actions inset>: a part of a ruled sheet. Draw the hairlines between panels in the page's own module CSS.
 * Figure    <Figure label value={<Money …/>} size onOpen stale>sub line</Figure>: headline figure; `onOpen` makes it a door.
 * Money, Door, Delta: an amount (minor units); a figure that opens its rows; a change with arrow, sign and word.
 * DataTable <DataTable caption columns rows rowKey onOpen kind={row => 'total'}>: small tables with sorting and total rules.
 * EmptyState, ErrorState (takes a Failure), ProgressOverlay (waits 500 ms by itself), <CallProgress call={useLongCall(…)} label>.
 * Button, IconButton, LinkButton, Menu, Tabs, PageTabs, Segmented, Tooltip, Dialog, DialogButtons, Popover, Field, TextField, PasswordField, SelectField, VisuallyHidden.
 * useStatus(left, right): items on the status bar. toast('done' | 'error', text, action?).
 * useKeys({ 'j': …, 'mod+k': …, 'g d': … }): keys; single letters only outside fields.
 * useFormat(): money, moneyShort, count, percent, date, span, period, step (grain keys), age … by the person's locale. formatMoney etc. are pure.
 * defineMessages({ en, de }), useMessages(catalogue), plural(n, one, other, language), useLanguage().
 * useTheme(): 'light' | 'dark' | 'contrast'; chartTokens(theme), tokens; colours in CSS are var(--text), var(--accent), var(--c1) … (theme/tokens.css).
 *
 * needs="rules.save" on Button, IconButton, LinkButton, TextField, SelectField, Select and a menu's item: the method that it calls or leads to;
 *           it stands still with the reason for whoever may not. Bare inputs: {...useHeld()('rules.save')}. useMay('rules.save') is a boolean.
 *
 * Global classes: tn (tabular figures), mono, t2, t3, cap, strong, nowrap, ellipsis, stale (dimmed old figures), visually-hidden.
 * CSS variables for sizes: --row --head --control --cell (by density), --inset-left --inset-right, --radius-*, --quick --settle --ease.
 *
 * In ../app: use-call.ts useCall(name, input) → {value, failure, loading, stale, retry}, useLongCall(name) → {run, cancel, running, progress, startedAt};
 * use-filters.ts useFilters() → {filters, comparison, path, search, setSpan, toggleMember, drill, openRows …}; FilterBar.tsx <FilterBar matched={n} all={n}>;
 * Breadcrumbs.tsx; dimensions.ts useDimensionName() → (id) => label; workspace.ts useWorkspace() → the open workspace's status;
 * picked.ts takePicked(): files picked before the import page was open.
 * A page is features/<f>/<page>.route.tsx with a default-exported component, listed in app/pages.ts.
 */
export { Button, IconButton, LinkButton } from './Button.tsx'
export { switchColumn, toolsColumn } from './columns.tsx'
export { DataTable, type Column, type DataTableProps } from './DataTable.tsx'
export { Delta, type Judgement } from './Delta.tsx'
export { Dialog, DialogButtons, Popover } from './Dialog.tsx'
export { Field, PasswordField, Select, SelectField, TextField } from './Field.tsx'
export { Figure } from './Figure.tsx'
export * from './format.ts'
export * from './format-dates.ts'
export { useHeld, useMay, useRefusal } from './may.ts'
export { Menu, type MenuItem } from './Menu.tsx'
export { defineMessages, messagesNow, plural, useMessages, type Catalogue } from './messages.ts'
export { Door, Money } from './Money.tsx'
export { Page, Panel } from './Page.tsx'
export {
  densityOf,
  languageOf,
  localeOf,
  useLanguage,
  useSetting,
  useTheme,
  type Language,
} from './preferences.ts'
export { CallProgress, ProgressOverlay } from './Progress.tsx'
export { EmptyState, ErrorState } from './States.tsx'
export { useStatus, type StatusItem } from './status.ts'
export { createStore, useStore, type Store } from './store.ts'
export { PageTabs, Segmented, Tabs, type TabItem } from './Tabs.tsx'
export { chartTokens, tokens, type ThemeName } from './theme/tokens.ts'
export { toast, Toasts } from './toast.tsx'
export { Tooltip } from './Tooltip.tsx'
export { useFormat, type Format } from './use-format.ts'
export { useKeys, type Keys } from './use-keys.ts'
export { VisuallyHidden } from './VisuallyHidden.tsx'
