import { sql } from 'drizzle-orm'
import type { Db, Statement } from '#platform/db.ts'

/**
 * Makes lists and cards say what some products say: the last statements of every act that changes a product, its
 * variants, its pictures or its collections. Cards show the first picture, the swatches and the lowest price; only
 * what is published is in a collection, and then in every collection above it and in the one of everything, with its
 * attributes as filters. Triggers keep the counts. What is listed as it should be is not written again: each row that is
 * written makes caches forget the pages of its collection.
 */
export function relist(db: Db, productIds: readonly string[]): Statement[] {
  const ids = sql`(select value from json_each(${JSON.stringify(productIds)}))`
  // Each collection that the maker put a piece into, with those above it and the one of everything.
  const listed = sql`recursive listed(id, collection_id) as (
        select p.id, c.value from product p, json_each(p.collection_ids) c where p.id in ${ids}
        union
        select id, 'all' from product where id in ${ids}
        union
        select l.id, c.parent_id from listed l join collection c on c.id = l.collection_id
        where c.parent_id is not null)`
  const shelved = sql`(select l.collection_id, l.id from listed l join product p on p.id = l.id
        where p.state = 'published')`
  return [
    db.run(sql`update product set card = json_object(
      'image', json((select json_object('hash', i.hash, 'width', i.width, 'height', i.height,
          'ground', i.ground, 'focus', p.focus)
        from product_image p join image i on i.hash = p.image_hash
        where p.product_id = product.id order by p.position limit 1)),
      'alt', json(coalesce((select alt from product_image
        where product_id = product.id order by position limit 1), '{}')),
      'swatches', json((select json_group_array(json_extract(v.value, '$.swatch'))
        from json_each(product.options) o, json_each(o.value, '$.values') v
        where json_extract(v.value, '$.swatch') is not null)),
      'price', coalesce((select min(price) from variant where product_id = product.id and offered = 1), 0),
      'from', json(case when (select count(distinct price) from variant
        where product_id = product.id and offered = 1) > 1 then 'true' else 'false' end),
      'before', (select price_before from variant
        where product_id = product.id and offered = 1 order by price, position limit 1))
      where id in ${ids}`),
    db.run(sql`with ${listed}
      delete from membership where product_id in ${ids} and (collection_id, product_id) not in ${shelved}`),
    db.run(sql`with ${listed}
      insert into membership (collection_id, product_id, published_at, price)
      select c.id, p.id, p.published_at, json_extract(p.card, '$.price')
      from listed l join product p on p.id = l.id join collection c on c.id = l.collection_id
      where p.state = 'published'
      on conflict do update set published_at = excluded.published_at, price = excluded.price
        where (published_at, price) <> (excluded.published_at, excluded.price)`),
    db.run(sql`delete from facet where product_id in ${ids} and (collection_id, name, value, product_id) not in (
      select m.collection_id, ${attribute('name')}, ${attribute('value')}, p.id
      from membership m join product p on p.id = m.product_id, json_each(p.attributes) a
      where m.product_id in ${ids})`),
    db.run(sql`insert into filter (collection_id, name, value, label, value_label, product_count)
      select m.collection_id, ${attribute('name')}, ${attribute('value')},
        ${attribute('label')}, ${attribute('valueLabel')}, 0
      from membership m join product p on p.id = m.product_id, json_each(p.attributes) a
      where m.product_id in ${ids}
      on conflict do update set label = excluded.label, value_label = excluded.value_label
        where (label, value_label) <> (excluded.label, excluded.value_label)`),
    db.run(sql`insert into facet (collection_id, name, value, product_id, published_at, price)
      select m.collection_id, ${attribute('name')}, ${attribute('value')}, p.id, m.published_at, m.price
      from membership m join product p on p.id = m.product_id, json_each(p.attributes) a
      where m.product_id in ${ids}
      on conflict do update set published_at = excluded.published_at, price = excluded.price
        where (published_at, price) <> (excluded.published_at, excluded.price)`),
  ]
}

function attribute(field: string) {
  return sql`json_extract(a.value, ${`$.${field}`})`
}
