-- What the back office finds orders by: buyer and pieces. One row an order, written when it is placed.
CREATE VIRTUAL TABLE order_search USING fts5(
  order_id UNINDEXED, buyer, pieces,
  tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
);
--> statement-breakpoint
CREATE TRIGGER order_event_is_found AFTER INSERT ON order_event WHEN new.kind = 'placed'
BEGIN
  INSERT INTO order_search (order_id, buyer, pieces)
  SELECT id, first_name || ' ' || last_name || ' ' || email,
    (SELECT group_concat(title || ' ' || choice || ' ' || sku, ' ') FROM order_line WHERE order_id = new.order_id)
  FROM "order" WHERE id = new.order_id;
END;
--> statement-breakpoint
INSERT INTO order_search (order_id, buyer, pieces)
SELECT id, first_name || ' ' || last_name || ' ' || email,
  (SELECT group_concat(title || ' ' || choice || ' ' || sku, ' ') FROM order_line WHERE order_id = "order".id)
FROM "order" ORDER BY placed_at;
