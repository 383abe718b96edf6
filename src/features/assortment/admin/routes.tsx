import { router } from '#platform/http.ts'
import * as pieces from '../piece-desk.tsx'
import * as sales from '../sale-desk.tsx'
import * as tree from '../collection-desk.tsx'

const COLLECTION = '/:id{(?:all|col_[\\w-]{1,40})}'
const SALE = '/:id{sal_[0-9a-z]{16}}'

export const pieceDesk = router()
  .get('/', pieces.drawList)
  .get('/bulk', pieces.drawBulk)
  .post('/bulk', pieces.postBulk)
  .post('/bulk/undo', pieces.postUndo)
  .post('/duplicate', pieces.postCopy)

export const collectionDesk = router()
  .get('/', tree.drawTree)
  .get('/new', tree.drawNew)
  .post('/', tree.postNew)
  .get(COLLECTION, tree.drawOne)
  .post(COLLECTION, tree.postOne)
  .post(`${COLLECTION}/place`, tree.postPlace)
  .post(`${COLLECTION}/removal`, tree.postRemoval)

export const saleDesk = router()
  .get('/', sales.drawSales)
  .get('/new', sales.drawNew)
  .post('/', sales.postSale)
  .get(SALE, sales.drawSale)
  .post(`${SALE}/end`, sales.postEnd)
  .post(`${SALE}/removal`, sales.postRemoval)
