export { ListLoading as default } from '../../_page/ListLoading'
