CREATE TABLE `posts_told` (
	`id` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `purge` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `purge_at` ON `purge` (`at`);--> statement-breakpoint
CREATE TABLE `stale` (
	`id` integer PRIMARY KEY NOT NULL,
	`tag` text NOT NULL,
	`purge_id` text,
	`told` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `stale_waits_once` ON `stale` (`tag`) WHERE purge_id is null;--> statement-breakpoint
CREATE INDEX `stale_purge` ON `stale` (`purge_id`);
--> statement-breakpoint
INSERT INTO posts_told (id, at) VALUES (1, cast(strftime('%s', 'now') AS integer) * 1000);
--> statement-breakpoint
-- What the pages of the shop show, tag by tag (features/freshness/rules.ts): an act that changes it tells so in its own
-- batch, whoever wrote the act. A tag waits once, however often it is said: by a view, for in a trigger INSERT OR IGNORE
-- does what the outer statement says of conflicts.
CREATE VIEW forget AS SELECT tag FROM stale;
--> statement-breakpoint
CREATE TRIGGER forget_once INSTEAD OF INSERT ON forget
WHEN NOT EXISTS (SELECT 1 FROM stale WHERE tag = new.tag AND purge_id IS NULL)
BEGIN
  INSERT INTO stale (tag) VALUES (new.tag);
END;
--> statement-breakpoint
CREATE TRIGGER setting_added_is_stale AFTER INSERT ON setting
BEGIN
  INSERT INTO forget (tag) SELECT 'setting:' || new.key;
END;
--> statement-breakpoint
CREATE TRIGGER setting_is_stale AFTER UPDATE ON setting
WHEN old.value IS NOT new.value
BEGIN
  INSERT INTO forget (tag) SELECT 'setting:' || new.key;
END;
--> statement-breakpoint
CREATE TRIGGER setting_gone_is_stale AFTER DELETE ON setting
BEGIN
  INSERT INTO forget (tag) SELECT 'setting:' || old.key;
END;
--> statement-breakpoint
CREATE TRIGGER product_added_is_stale AFTER INSERT ON product
WHEN new.state = 'published'
BEGIN
  INSERT INTO forget (tag) SELECT value FROM json_each('["newest", "search", "sitemap"]');
END;
--> statement-breakpoint
CREATE TRIGGER product_is_stale AFTER UPDATE ON product
WHEN 'published' IN (old.state, new.state)
BEGIN
  INSERT INTO forget (tag) SELECT 'product:' || new.id
    WHERE (old.slug, old.kind, old.state, old.title, old.subtitle, old.description, old.care, old.made_in,
      old.warnings, old.attributes, old.personal, old.content_unit, old.search, old.tax_class,
      old.length_mm, old.width_mm, old.height_mm, old.options, old.story, old.lead_weeks,
      old.one_of_a_kind, old.card)
    IS NOT (new.slug, new.kind, new.state, new.title, new.subtitle, new.description, new.care, new.made_in,
      new.warnings, new.attributes, new.personal, new.content_unit, new.search, new.tax_class,
      new.length_mm, new.width_mm, new.height_mm, new.options, new.story, new.lead_weeks,
      new.one_of_a_kind, new.card);
  INSERT INTO forget (tag) SELECT 'card:' || new.id
    WHERE (old.slug, old.kind, old.state, old.title, old.subtitle, old.lead_weeks, old.one_of_a_kind,
      old.card)
    IS NOT (new.slug, new.kind, new.state, new.title, new.subtitle, new.lead_weeks, new.one_of_a_kind,
      new.card);
  -- What names a piece awaits it while it is not out.
  INSERT INTO forget (tag) SELECT 'product:' || product_id FROM related
    WHERE other_id = new.id AND old.state <> new.state;
  INSERT INTO forget (tag) SELECT 'entry:' || entry_id FROM entry_product
    WHERE product_id = new.id AND old.state <> new.state;
  INSERT INTO forget (tag) SELECT 'newest'
    WHERE (old.state, old.published_at) IS NOT (new.state, new.published_at);
  INSERT INTO forget (tag) SELECT value FROM json_each(json_array('home', 'pictures:' || new.id))
    WHERE (old.slug, old.options) IS NOT (new.slug, new.options);
  INSERT INTO forget (tag) SELECT 'search'
    WHERE (old.state, old.title, old.subtitle, old.description, old.tags, old.attributes, old.options,
      old.collection_ids)
    IS NOT (new.state, new.title, new.subtitle, new.description, new.tags, new.attributes, new.options,
      new.collection_ids);
  INSERT INTO forget (tag) SELECT 'sitemap'
    WHERE (old.state, old.slug) IS NOT (new.state, new.slug);
END;
--> statement-breakpoint
CREATE TRIGGER product_gone_is_stale AFTER DELETE ON product
WHEN old.state = 'published'
BEGIN
  INSERT INTO forget (tag) SELECT 'product:' || old.id;
  INSERT INTO forget (tag) SELECT 'card:' || old.id;
  INSERT INTO forget (tag) SELECT value FROM json_each('["newest", "search", "sitemap"]');
END;
--> statement-breakpoint
CREATE TRIGGER variant_added_is_stale AFTER INSERT ON variant
BEGIN
  INSERT INTO forget (tag) SELECT 'product:' || new.product_id;
  INSERT INTO forget (tag) SELECT 'card:' || new.product_id;
END;
--> statement-breakpoint
CREATE TRIGGER variant_gone_is_stale AFTER DELETE ON variant
BEGIN
  INSERT INTO forget (tag) SELECT 'product:' || old.product_id;
  INSERT INTO forget (tag) SELECT 'card:' || old.product_id;
END;
--> statement-breakpoint
CREATE TRIGGER variant_is_stale AFTER UPDATE ON variant
BEGIN
  INSERT INTO forget (tag) SELECT 'product:' || new.product_id
    WHERE (old.sku, old.position, old.choice, old.price, old.price_before, old.weight_g, old.content,
      old.offered)
    IS NOT (new.sku, new.position, new.choice, new.price, new.price_before, new.weight_g, new.content,
      new.offered);
  INSERT INTO forget (tag) SELECT 'card:' || new.product_id
    WHERE old.offered <> new.offered;
END;
--> statement-breakpoint
CREATE TRIGGER product_image_added_is_stale AFTER INSERT ON product_image
BEGIN
  INSERT INTO forget (tag) SELECT 'product:' || new.product_id;
  INSERT INTO forget (tag) SELECT 'pictures:' || new.product_id;
END;
--> statement-breakpoint
CREATE TRIGGER product_image_is_stale AFTER UPDATE ON product_image
BEGIN
  INSERT INTO forget (tag) SELECT 'product:' || new.product_id;
  INSERT INTO forget (tag) SELECT 'pictures:' || new.product_id;
END;
--> statement-breakpoint
CREATE TRIGGER product_image_gone_is_stale AFTER DELETE ON product_image
BEGIN
  INSERT INTO forget (tag) SELECT 'product:' || old.product_id;
  INSERT INTO forget (tag) SELECT 'pictures:' || old.product_id;
END;
--> statement-breakpoint
CREATE TRIGGER related_added_is_stale AFTER INSERT ON related
BEGIN
  INSERT INTO forget (tag) SELECT 'product:' || new.product_id;
END;
--> statement-breakpoint
CREATE TRIGGER related_is_stale AFTER UPDATE ON related
BEGIN
  INSERT INTO forget (tag) SELECT 'product:' || new.product_id;
END;
--> statement-breakpoint
CREATE TRIGGER related_gone_is_stale AFTER DELETE ON related
BEGIN
  INSERT INTO forget (tag) SELECT 'product:' || old.product_id;
END;
--> statement-breakpoint
CREATE TRIGGER part_added_is_stale AFTER INSERT ON bundle_part
BEGIN
  INSERT INTO forget (tag) SELECT 'left:' || new.bundle_id;
  INSERT INTO forget (tag) SELECT 'sold:' || product_id FROM variant
    WHERE id = new.bundle_id;
  INSERT INTO forget (tag) SELECT 'card:' || product_id FROM variant
    WHERE id = new.bundle_id;
END;
--> statement-breakpoint
CREATE TRIGGER part_is_stale AFTER UPDATE ON bundle_part
BEGIN
  INSERT INTO forget (tag) SELECT 'left:' || new.bundle_id;
  INSERT INTO forget (tag) SELECT 'sold:' || product_id FROM variant
    WHERE id = new.bundle_id;
  INSERT INTO forget (tag) SELECT 'card:' || product_id FROM variant
    WHERE id = new.bundle_id;
END;
--> statement-breakpoint
CREATE TRIGGER part_gone_is_stale AFTER DELETE ON bundle_part
BEGIN
  INSERT INTO forget (tag) SELECT 'left:' || old.bundle_id;
  INSERT INTO forget (tag) SELECT 'sold:' || product_id FROM variant
    WHERE id = old.bundle_id;
  INSERT INTO forget (tag) SELECT 'card:' || product_id FROM variant
    WHERE id = old.bundle_id;
END;
--> statement-breakpoint
CREATE TRIGGER level_added_is_stale AFTER INSERT ON level
BEGIN
  INSERT INTO forget (tag) SELECT 'left:' || new.variant_id;
  INSERT INTO forget (tag) SELECT 'sold:' || product_id FROM variant
    WHERE id = new.variant_id;
  INSERT INTO forget (tag) SELECT 'card:' || product_id FROM variant
    WHERE id = new.variant_id;
  INSERT INTO forget (tag) SELECT 'left:' || bundle_id FROM bundle_part
    WHERE part_id = new.variant_id;
  INSERT INTO forget (tag) SELECT 'sold:' || v.product_id FROM bundle_part b JOIN variant v ON v.id = b.bundle_id
    WHERE b.part_id = new.variant_id;
  INSERT INTO forget (tag) SELECT 'card:' || v.product_id FROM bundle_part b JOIN variant v ON v.id = b.bundle_id
    WHERE b.part_id = new.variant_id;
END;
--> statement-breakpoint
CREATE TRIGGER level_gone_is_stale AFTER DELETE ON level
BEGIN
  INSERT INTO forget (tag) SELECT 'left:' || old.variant_id;
  INSERT INTO forget (tag) SELECT 'sold:' || product_id FROM variant
    WHERE id = old.variant_id;
  INSERT INTO forget (tag) SELECT 'card:' || product_id FROM variant
    WHERE id = old.variant_id;
  INSERT INTO forget (tag) SELECT 'left:' || bundle_id FROM bundle_part
    WHERE part_id = old.variant_id;
  INSERT INTO forget (tag) SELECT 'sold:' || v.product_id FROM bundle_part b JOIN variant v ON v.id = b.bundle_id
    WHERE b.part_id = old.variant_id;
  INSERT INTO forget (tag) SELECT 'card:' || v.product_id FROM bundle_part b JOIN variant v ON v.id = b.bundle_id
    WHERE b.part_id = old.variant_id;
END;
--> statement-breakpoint
-- A piece is not told anew each time that one is sold: pages count up to six, cards tell none, one and more apart.
CREATE TRIGGER level_is_stale AFTER UPDATE OF available ON level
WHEN old.available <> new.available
BEGIN
  INSERT INTO forget (tag) SELECT 'left:' || new.variant_id
    WHERE min(old.available, 7) <> min(new.available, 7);
  INSERT INTO forget (tag) SELECT 'left:' || bundle_id FROM bundle_part
    WHERE part_id = new.variant_id
      AND min(old.available / quantity, 7) <> min(new.available / quantity, 7);
  INSERT INTO forget (tag) SELECT 'sold:' || product_id FROM variant
    WHERE id = new.variant_id AND (old.available = 0) <> (new.available = 0);
  INSERT INTO forget (tag) SELECT 'sold:' || v.product_id FROM bundle_part b JOIN variant v ON v.id = b.bundle_id
    WHERE b.part_id = new.variant_id
      AND (old.available < b.quantity) <> (new.available < b.quantity);
  INSERT INTO forget (tag) SELECT 'card:' || v.product_id FROM variant v
    WHERE v.id = new.variant_id AND v.offered = 1 AND EXISTS (
      SELECT 1 FROM (SELECT CASE WHEN count(*) = count(available) THEN sum(available) END AS n
        FROM availability WHERE product_id = v.product_id)
      WHERE min(n, 2) <> min(n - new.available + old.available, 2));
  INSERT INTO forget (tag) SELECT 'card:' || v.product_id FROM bundle_part b JOIN variant v ON v.id = b.bundle_id
    WHERE b.part_id = new.variant_id
      AND min(old.available / b.quantity, 2) <> min(new.available / b.quantity, 2);
END;
--> statement-breakpoint
CREATE TRIGGER membership_added_is_stale AFTER INSERT ON membership
BEGIN
  INSERT INTO forget (tag) SELECT 'collection:' || new.collection_id;
  INSERT INTO forget (tag) SELECT 'product:' || new.product_id;
END;
--> statement-breakpoint
CREATE TRIGGER membership_gone_is_stale AFTER DELETE ON membership
BEGIN
  INSERT INTO forget (tag) SELECT 'collection:' || old.collection_id;
  INSERT INTO forget (tag) SELECT 'product:' || old.product_id;
END;
--> statement-breakpoint
CREATE TRIGGER membership_is_stale AFTER UPDATE ON membership
BEGIN
  INSERT INTO forget (tag) SELECT 'collection:' || new.collection_id
    WHERE old.published_at <> new.published_at;
  INSERT INTO forget (tag) SELECT 'prices:' || new.collection_id
    WHERE old.price <> new.price;
END;
--> statement-breakpoint
CREATE TRIGGER facet_added_is_stale AFTER INSERT ON facet
BEGIN
  INSERT INTO forget (tag) SELECT 'collection:' || new.collection_id;
END;
--> statement-breakpoint
CREATE TRIGGER facet_is_stale AFTER UPDATE ON facet
BEGIN
  INSERT INTO forget (tag) SELECT 'collection:' || new.collection_id
    WHERE old.published_at <> new.published_at;
  INSERT INTO forget (tag) SELECT 'prices:' || new.collection_id
    WHERE old.price <> new.price;
END;
--> statement-breakpoint
CREATE TRIGGER facet_gone_is_stale AFTER DELETE ON facet
BEGIN
  INSERT INTO forget (tag) SELECT 'collection:' || old.collection_id;
END;
--> statement-breakpoint
CREATE TRIGGER filter_is_stale AFTER UPDATE ON filter
WHEN (old.label, old.value_label) IS NOT (new.label, new.value_label)
BEGIN
  INSERT INTO forget (tag) SELECT 'collection:' || new.collection_id;
END;
--> statement-breakpoint
CREATE TRIGGER collection_added_is_stale AFTER INSERT ON collection
BEGIN
  INSERT INTO forget (tag) SELECT value FROM json_each('["home", "sitemap"]');
  INSERT INTO forget (tag) SELECT 'collection:' || new.id;
  INSERT INTO forget (tag) SELECT 'shelves'
    WHERE new.parent_id IS NULL;
  INSERT INTO forget (tag) SELECT 'collection:' || new.parent_id
    WHERE new.parent_id IS NOT NULL;
END;
--> statement-breakpoint
CREATE TRIGGER collection_gone_is_stale AFTER DELETE ON collection
BEGIN
  INSERT INTO forget (tag) SELECT value FROM json_each('["home", "sitemap"]');
  INSERT INTO forget (tag) SELECT 'collection:' || old.id;
  INSERT INTO forget (tag) SELECT 'shelves'
    WHERE old.parent_id IS NULL;
  INSERT INTO forget (tag) SELECT 'collection:' || old.parent_id
    WHERE old.parent_id IS NOT NULL;
END;
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
  INSERT INTO forget (tag) SELECT 'home'
    WHERE (old.slug, old.product_count = 0) IS NOT (new.slug, new.product_count = 0);
  INSERT INTO forget (tag) SELECT 'search'
    WHERE old.title <> new.title;
  INSERT INTO forget (tag) SELECT 'sitemap'
    WHERE old.slug <> new.slug;
END;
--> statement-breakpoint
CREATE TRIGGER entry_added_is_stale AFTER INSERT ON entry
WHEN new.state = 'published'
BEGIN
  INSERT INTO forget (tag) SELECT 'entry:' || new.id;
  INSERT INTO forget (tag) SELECT 'sitemap';
  INSERT INTO forget (tag) SELECT value FROM json_each('["journal", "search-posts"]')
    WHERE new.kind = 'post';
END;
--> statement-breakpoint
CREATE TRIGGER entry_gone_is_stale AFTER DELETE ON entry
WHEN old.state = 'published'
BEGIN
  INSERT INTO forget (tag) SELECT 'entry:' || old.id;
  INSERT INTO forget (tag) SELECT 'sitemap';
  INSERT INTO forget (tag) SELECT value FROM json_each('["journal", "search-posts"]')
    WHERE old.kind = 'post';
END;
--> statement-breakpoint
CREATE TRIGGER entry_is_stale AFTER UPDATE ON entry
WHEN 'published' IN (old.state, new.state)
BEGIN
  INSERT INTO forget (tag) SELECT 'entry:' || new.id;
  INSERT INTO forget (tag) SELECT 'journal'
    WHERE new.kind = 'post' AND (old.slug, old.title, old.excerpt, old.image_hash, old.image_alt, old.state, old.published_at)
    IS NOT (new.slug, new.title, new.excerpt, new.image_hash, new.image_alt, new.state, new.published_at);
  INSERT INTO forget (tag) SELECT 'search-posts'
    WHERE new.kind = 'post' AND (old.slug, old.title, old.excerpt, old.body, old.image_hash, old.state, old.published_at)
    IS NOT (new.slug, new.title, new.excerpt, new.body, new.image_hash, new.state, new.published_at);
  INSERT INTO forget (tag) SELECT 'sitemap'
    WHERE (old.slug, old.state, old.published_at) IS NOT (new.slug, new.state, new.published_at);
END;
--> statement-breakpoint
CREATE TRIGGER mention_added_is_stale AFTER INSERT ON entry_product
BEGIN
  INSERT INTO forget (tag) SELECT 'entry:' || new.entry_id;
END;
--> statement-breakpoint
CREATE TRIGGER mention_is_stale AFTER UPDATE ON entry_product
BEGIN
  INSERT INTO forget (tag) SELECT 'entry:' || new.entry_id;
END;
--> statement-breakpoint
CREATE TRIGGER mention_gone_is_stale AFTER DELETE ON entry_product
BEGIN
  INSERT INTO forget (tag) SELECT 'entry:' || old.entry_id;
END;
--> statement-breakpoint
CREATE TRIGGER delivery_added_is_stale AFTER INSERT ON delivery_method
BEGIN
  INSERT INTO forget (tag) SELECT 'delivery';
END;
--> statement-breakpoint
CREATE TRIGGER delivery_is_stale AFTER UPDATE ON delivery_method
BEGIN
  INSERT INTO forget (tag) SELECT 'delivery';
END;
--> statement-breakpoint
CREATE TRIGGER delivery_gone_is_stale AFTER DELETE ON delivery_method
BEGIN
  INSERT INTO forget (tag) SELECT 'delivery';
END;
