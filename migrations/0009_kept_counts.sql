-- What is free to sell, of what is offered: a variant that was taken out of a product is nobody's to buy.
DROP VIEW availability;
--> statement-breakpoint
CREATE VIEW availability AS
SELECT v.id AS variant_id, v.product_id AS product_id,
  CASE WHEN EXISTS (SELECT 1 FROM bundle_part b WHERE b.bundle_id = v.id)
    THEN (SELECT min(l.available / b.quantity) FROM bundle_part b JOIN level l ON l.variant_id = b.part_id
          WHERE b.bundle_id = v.id)
    ELSE (SELECT l.available FROM level l WHERE l.variant_id = v.id)
  END AS available
FROM variant v WHERE v.offered = 1;
--> statement-breakpoint
-- Once there are enough again, the next shortage is told again.
CREATE TRIGGER level_is_enough AFTER UPDATE OF available, low_at ON level
WHEN new.told_at IS NOT NULL AND (new.low_at IS NULL OR new.available > new.low_at)
BEGIN
  UPDATE level SET told_at = NULL WHERE variant_id = new.variant_id;
END;
--> statement-breakpoint
-- Money that goes back: never more than came, and a failed refund frees its amount.
CREATE TRIGGER refund_counts AFTER INSERT ON refund WHEN new.state <> 'failed'
BEGIN
  UPDATE "order" SET refunded_total = refunded_total + new.amount WHERE id = new.order_id;
  SELECT RAISE(ABORT, 'refund_is_too_much') FROM "order" WHERE id = new.order_id AND refunded_total > total;
END;
--> statement-breakpoint
CREATE TRIGGER refund_fails AFTER UPDATE OF state ON refund WHEN old.state <> 'failed' AND new.state = 'failed'
BEGIN
  UPDATE "order" SET refunded_total = refunded_total - new.amount WHERE id = new.order_id;
END;
--> statement-breakpoint
CREATE TRIGGER refund_works_after_all AFTER UPDATE OF state ON refund WHEN old.state = 'failed' AND new.state <> 'failed'
BEGIN
  UPDATE "order" SET refunded_total = refunded_total + new.amount WHERE id = new.order_id;
  SELECT RAISE(ABORT, 'refund_is_too_much') FROM "order" WHERE id = new.order_id AND refunded_total > total;
END;
--> statement-breakpoint
CREATE TRIGGER refund_stays BEFORE UPDATE OF amount, order_id ON refund
WHEN old.amount <> new.amount OR old.order_id <> new.order_id
BEGIN
  SELECT RAISE(ABORT, 'a refund never changes its amount');
END;
--> statement-breakpoint
CREATE TRIGGER refund_line_fits AFTER INSERT ON refund_line
BEGIN
  SELECT RAISE(ABORT, 'refund_line_is_too_much') FROM order_line l WHERE l.id = new.line_id AND l.quantity <
    (SELECT sum(x.quantity) FROM refund_line x JOIN refund r ON r.id = x.refund_id
     WHERE x.line_id = new.line_id AND r.state <> 'failed');
END;
--> statement-breakpoint
-- Who bought, how often and for how much: one row a buyer, so that no page adds up orders.
CREATE TRIGGER order_makes_customer AFTER UPDATE OF paid_at ON "order"
WHEN old.paid_at IS NULL AND new.paid_at IS NOT NULL AND new.email <> ''
BEGIN
  INSERT INTO customer (id, email, first_name, last_name, lang, orders, spent, first_at, last_at)
  VALUES ('cus_' || lower(hex(randomblob(8))), lower(new.email), new.first_name, new.last_name, new.lang,
    1, new.total - new.refunded_total, new.paid_at, new.paid_at)
  ON CONFLICT (email) DO UPDATE SET orders = orders + 1, spent = spent + excluded.spent,
    first_name = excluded.first_name, last_name = excluded.last_name, lang = excluded.lang,
    last_at = excluded.last_at;
END;
--> statement-breakpoint
CREATE TRIGGER refund_reaches_customer AFTER UPDATE OF refunded_total ON "order"
WHEN new.paid_at IS NOT NULL AND new.email <> ''
BEGIN
  UPDATE customer SET spent = spent + old.refunded_total - new.refunded_total WHERE email = lower(new.email);
END;
--> statement-breakpoint
INSERT INTO customer (id, email, first_name, last_name, lang, orders, spent, first_at, last_at)
SELECT 'cus_' || lower(hex(randomblob(8))), lower(email), first_name, last_name, lang,
  count(*), sum(total), min(paid_at), max(paid_at)
FROM "order" WHERE paid_at IS NOT NULL AND email <> '' GROUP BY lower(email);
--> statement-breakpoint
CREATE VIRTUAL TABLE customer_search USING fts5(
  customer_id UNINDEXED, words,
  tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
);
--> statement-breakpoint
INSERT INTO customer_search (rowid, customer_id, words)
SELECT rowid, id, first_name || ' ' || last_name || ' ' || email FROM customer;
--> statement-breakpoint
CREATE TRIGGER customer_is_found AFTER INSERT ON customer BEGIN
  INSERT INTO customer_search (rowid, customer_id, words)
  VALUES (new.rowid, new.id, new.first_name || ' ' || new.last_name || ' ' || new.email);
END;
--> statement-breakpoint
CREATE TRIGGER customer_is_found_anew AFTER UPDATE OF first_name, last_name, email ON customer
WHEN old.first_name <> new.first_name OR old.last_name <> new.last_name OR old.email <> new.email
BEGIN
  UPDATE customer_search SET words = new.first_name || ' ' || new.last_name || ' ' || new.email
  WHERE rowid = new.rowid;
END;
--> statement-breakpoint
CREATE TRIGGER customer_is_lost AFTER DELETE ON customer BEGIN
  DELETE FROM customer_search WHERE rowid = old.rowid;
END;
--> statement-breakpoint
-- How often an offer was used. The CHECK on `uses` refuses the order that would be one too many.
CREATE TRIGGER promotion_is_used AFTER INSERT ON promotion_use BEGIN
  UPDATE promotion SET uses = uses + 1 WHERE id = new.promotion_id;
END;
--> statement-breakpoint
CREATE TRIGGER promotion_is_given_back AFTER DELETE ON promotion_use BEGIN
  UPDATE promotion SET uses = uses - 1 WHERE id = old.promotion_id;
END;
--> statement-breakpoint
-- What a collection can be filtered by, with counts. Whoever adds a facet writes the filter's words first.
CREATE TRIGGER facet_counts AFTER INSERT ON facet BEGIN
  UPDATE filter SET product_count = product_count + 1
  WHERE collection_id = new.collection_id AND name = new.name AND value = new.value;
END;
--> statement-breakpoint
CREATE TRIGGER facet_goes AFTER DELETE ON facet BEGIN
  UPDATE filter SET product_count = product_count - 1
  WHERE collection_id = old.collection_id AND name = old.name AND value = old.value;
  DELETE FROM filter
  WHERE collection_id = old.collection_id AND name = old.name AND value = old.value AND product_count < 1;
END;
--> statement-breakpoint
UPDATE level SET low_at = 2 WHERE variant_id IN
  (SELECT v.id FROM variant v JOIN product p ON p.id = v.product_id WHERE p.one_of_a_kind = 0);
--> statement-breakpoint
UPDATE product SET updated_at = published_at, collection_ids = coalesce(
  (SELECT json_group_array(collection_id) FROM membership WHERE product_id = product.id AND collection_id <> 'all'), '[]');
--> statement-breakpoint
-- How many products a collection has, so that no page counts.
CREATE TRIGGER membership_counts AFTER INSERT ON membership BEGIN
  UPDATE collection SET product_count = product_count + 1 WHERE id = new.collection_id;
END;
--> statement-breakpoint
CREATE TRIGGER membership_goes AFTER DELETE ON membership BEGIN
  UPDATE collection SET product_count = product_count - 1 WHERE id = old.collection_id;
END;
--> statement-breakpoint
-- What is erased leaves the search's own tables too, not only its answers.
INSERT INTO order_search (order_search, rank) VALUES ('secure-delete', 1);
--> statement-breakpoint
INSERT INTO customer_search (customer_search, rank) VALUES ('secure-delete', 1);
