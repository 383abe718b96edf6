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
