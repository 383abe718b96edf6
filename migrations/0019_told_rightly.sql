-- What is made to order sells whatever its stock was: the cart counts neither it nor, in a bundle, such a part.
DROP VIEW availability;
--> statement-breakpoint
CREATE VIEW availability AS
SELECT v.id AS variant_id, v.product_id AS product_id,
  CASE WHEN EXISTS (SELECT 1 FROM bundle_part b WHERE b.bundle_id = v.id)
    THEN (SELECT min(l.available / b.quantity) FROM bundle_part b JOIN level l ON l.variant_id = b.part_id
          JOIN variant part ON part.id = b.part_id JOIN product made ON made.id = part.product_id
          WHERE b.bundle_id = v.id AND made.lead_weeks IS NULL)
    ELSE (SELECT l.available FROM level l JOIN product made ON made.id = v.product_id
          WHERE l.variant_id = v.id AND made.lead_weeks IS NULL)
  END AS available
FROM variant v WHERE v.offered = 1;
--> statement-breakpoint
-- From now on, or not any more, a piece is made to order: the bundles that it is in have as many as their other parts.
-- Its own pages are told by `product_is_stale`; here it may be a draft, which bundles hold all the same.
CREATE TRIGGER made_to_order_is_stale AFTER UPDATE OF lead_weeks ON product
WHEN (old.lead_weeks IS NULL) <> (new.lead_weeks IS NULL)
BEGIN
  INSERT INTO forget (tag) SELECT 'left:' || b.bundle_id FROM variant part JOIN bundle_part b ON b.part_id = part.id
    WHERE part.product_id = new.id;
  INSERT INTO forget (tag) SELECT 'sold:' || v.product_id FROM variant part JOIN bundle_part b ON b.part_id = part.id
    JOIN variant v ON v.id = b.bundle_id WHERE part.product_id = new.id;
  INSERT INTO forget (tag) SELECT 'card:' || v.product_id FROM variant part JOIN bundle_part b ON b.part_id = part.id
    JOIN variant v ON v.id = b.bundle_id WHERE part.product_id = new.id;
END;
--> statement-breakpoint
-- The sitemap lists the collections that hold something: as for the home page, it counts whether there is any.
DROP TRIGGER collection_is_stale;
--> statement-breakpoint
CREATE TRIGGER collection_is_stale AFTER UPDATE ON collection
BEGIN
  INSERT INTO forget (tag) SELECT 'collection:' || new.id
    WHERE (old.slug, old.title, old.description, old.search, old.parent_id, old.product_count)
    IS NOT (new.slug, new.title, new.description, new.search, new.parent_id, new.product_count);
  INSERT INTO forget (tag) SELECT 'name:' || new.id
    WHERE (old.slug, old.title, old.parent_id, old.position) IS NOT (new.slug, new.title, new.parent_id, new.position);
  INSERT INTO forget (tag) SELECT 'shelves'
    WHERE new.id <> 'all' AND (old.parent_id IS NULL OR new.parent_id IS NULL)
    AND (old.slug, old.title, old.line, old.image_hash, old.position, old.parent_id, old.product_count)
    IS NOT (new.slug, new.title, new.line, new.image_hash, new.position, new.parent_id, new.product_count);
  INSERT INTO forget (tag) SELECT 'collection:' || value FROM json_each(json_array(old.parent_id, new.parent_id))
    WHERE value IS NOT NULL AND (old.slug, old.title, old.line, old.image_hash, old.position, old.parent_id, old.product_count)
    IS NOT (new.slug, new.title, new.line, new.image_hash, new.position, new.parent_id, new.product_count);
  INSERT INTO forget (tag) SELECT value FROM json_each('["home", "sitemap"]')
    WHERE (old.slug, old.product_count = 0) IS NOT (new.slug, new.product_count = 0);
  INSERT INTO forget (tag) SELECT 'search'
    WHERE old.title <> new.title;
END;
