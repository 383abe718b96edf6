import { makeLinks } from '#links.ts'
import { demoDocument } from '../demo/document.ts'
import { makeShopper } from '../support/shopper.ts'

export type Measured = { name: string; path: string; cookie: string }

/** One address of each type that matters, of the demo shop; the cart holds a piece. */
export async function measuredPages(url: string): Promise<Measured[]> {
  const { settings, products, collections, entries } = demoDocument()
  const link = makeLinks('fr', settings.shop.languages)
  const product = link.product(products[0]?.slug ?? '')
  const paths = {
    home: link.home(),
    collection: link.collection(collections[0]?.slug ?? ''),
    product,
    search: link.search('bol'),
    cart: link.cart(),
    journal: link.journal(),
    post: link.post(entries.find(({ kind }) => kind === 'post')?.slug ?? ''),
  }
  const cookie = await cookieOfBuyer(url, product)
  return Object.entries(paths).map(([name, path]) => ({
    name,
    path,
    cookie: name === 'cart' ? cookie : '',
  }))
}

/** What the browser of somebody sends who has put a piece into the cart. */
async function cookieOfBuyer(url: string, product: string): Promise<string> {
  const shopper = makeShopper(url, (request) => fetch(request))
  await shopper.submit(await shopper.get(product), '.buy')
  return [...shopper.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
}
