CREATE TABLE `bundle_part` (
	`bundle_id` text NOT NULL,
	`part_id` text NOT NULL,
	`quantity` integer NOT NULL,
	PRIMARY KEY(`bundle_id`, `part_id`),
	FOREIGN KEY (`bundle_id`) REFERENCES `variant`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`part_id`) REFERENCES `variant`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `collection` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`parent_id` text,
	`title` text NOT NULL,
	`line` text,
	`description` text NOT NULL,
	`image_hash` text,
	`position` integer NOT NULL,
	`product_count` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`image_hash`) REFERENCES `image`(`hash`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `collection_slug_unique` ON `collection` (`slug`);--> statement-breakpoint
CREATE TABLE `membership` (
	`collection_id` text NOT NULL,
	`product_id` text NOT NULL,
	`published_at` integer NOT NULL,
	`price` integer NOT NULL,
	PRIMARY KEY(`collection_id`, `product_id`),
	FOREIGN KEY (`collection_id`) REFERENCES `collection`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`product_id`) REFERENCES `product`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `membership_newest` ON `membership` (`collection_id`,`published_at`,`product_id`);--> statement-breakpoint
CREATE INDEX `membership_price` ON `membership` (`collection_id`,`price`,`product_id`);--> statement-breakpoint
CREATE INDEX `membership_product` ON `membership` (`product_id`);--> statement-breakpoint
CREATE TABLE `price_change` (
	`variant_id` text NOT NULL,
	`at` integer NOT NULL,
	`price` integer NOT NULL,
	PRIMARY KEY(`variant_id`, `at`),
	FOREIGN KEY (`variant_id`) REFERENCES `variant`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `product` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`title` text NOT NULL,
	`subtitle` text NOT NULL,
	`description` text NOT NULL,
	`care` text,
	`made_in` text,
	`warnings` text,
	`tags` text NOT NULL,
	`tax_class` text NOT NULL,
	`length_mm` integer,
	`width_mm` integer,
	`height_mm` integer,
	`options` text NOT NULL,
	`story` text,
	`download` text,
	`lead_weeks` integer,
	`one_of_a_kind` integer NOT NULL,
	`card` text NOT NULL,
	`published_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `product_slug_unique` ON `product` (`slug`);--> statement-breakpoint
CREATE INDEX `product_newest` ON `product` (`state`,`published_at`);--> statement-breakpoint
CREATE TABLE `product_image` (
	`product_id` text NOT NULL,
	`position` integer NOT NULL,
	`image_hash` text NOT NULL,
	`alt` text NOT NULL,
	`choice` text NOT NULL,
	PRIMARY KEY(`product_id`, `position`),
	FOREIGN KEY (`product_id`) REFERENCES `product`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`image_hash`) REFERENCES `image`(`hash`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `related` (
	`product_id` text NOT NULL,
	`other_id` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`product_id`) REFERENCES `product`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`other_id`) REFERENCES `product`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `related_order` ON `related` (`product_id`,`position`);--> statement-breakpoint
CREATE TABLE `variant` (
	`id` text PRIMARY KEY NOT NULL,
	`product_id` text NOT NULL,
	`sku` text NOT NULL,
	`position` integer NOT NULL,
	`choice` text NOT NULL,
	`price` integer NOT NULL,
	`price_before` integer,
	`weight_g` integer NOT NULL,
	FOREIGN KEY (`product_id`) REFERENCES `product`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `variant_sku_unique` ON `variant` (`sku`);--> statement-breakpoint
CREATE INDEX `variant_product` ON `variant` (`product_id`,`position`);--> statement-breakpoint
CREATE TABLE `entry` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`slug` text NOT NULL,
	`role` text,
	`title` text NOT NULL,
	`excerpt` text NOT NULL,
	`body` text NOT NULL,
	`image_hash` text,
	`image_alt` text,
	`published_at` integer NOT NULL,
	FOREIGN KEY (`image_hash`) REFERENCES `image`(`hash`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `entry_slug` ON `entry` (`kind`,`slug`);--> statement-breakpoint
CREATE UNIQUE INDEX `entry_role` ON `entry` (`role`);--> statement-breakpoint
CREATE INDEX `entry_newest` ON `entry` (`kind`,`published_at`);--> statement-breakpoint
CREATE TABLE `entry_product` (
	`entry_id` text NOT NULL,
	`product_id` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`entry_id`, `product_id`),
	FOREIGN KEY (`entry_id`) REFERENCES `entry`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`product_id`) REFERENCES `product`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `delivery_method` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`kind` text NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`promise` text NOT NULL,
	`countries` text NOT NULL,
	`bands` text NOT NULL,
	`free_above` integer,
	`min_days` integer NOT NULL,
	`max_days` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `delivery_method_code_unique` ON `delivery_method` (`code`);--> statement-breakpoint
CREATE TABLE `image` (
	`hash` text PRIMARY KEY NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`ground` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`template` text NOT NULL,
	`order_id` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_at` integer NOT NULL,
	`sent_at` integer,
	`error` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_key_unique` ON `outbox` (`key`);--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`state`,`next_at`);--> statement-breakpoint
CREATE TABLE `adjustment` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`kind` text NOT NULL,
	`label` text NOT NULL,
	`amount` integer NOT NULL,
	`vat` integer NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `order`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `adjustment_order` ON `adjustment` (`order_id`);--> statement-breakpoint
CREATE TABLE `gift_card` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`line_id` text NOT NULL,
	`nth` integer NOT NULL,
	`amount` integer NOT NULL,
	`balance` integer NOT NULL,
	`currency` text NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`line_id`) REFERENCES `order_line`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "gift_card_balance" CHECK("gift_card"."balance" >= 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `gift_card_code_unique` ON `gift_card` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `gift_card_once` ON `gift_card` (`line_id`,`nth`);--> statement-breakpoint
CREATE TABLE `order` (
	`id` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`number` integer,
	`state` text NOT NULL,
	`lang` text NOT NULL,
	`cart_id` text NOT NULL,
	`fingerprint` text NOT NULL,
	`email` text NOT NULL,
	`first_name` text NOT NULL,
	`last_name` text NOT NULL,
	`phone` text NOT NULL,
	`address` text,
	`note` text NOT NULL,
	`delivery` text,
	`currency` text NOT NULL,
	`subtotal` integer NOT NULL,
	`delivery_total` integer NOT NULL,
	`vat_total` integer NOT NULL,
	`total` integer NOT NULL,
	`terms_hash` text NOT NULL,
	`placed_at` integer NOT NULL,
	`hold_until` integer NOT NULL,
	`paid_at` integer,
	FOREIGN KEY (`terms_hash`) REFERENCES `terms`(`hash`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "order_adds_up" CHECK("order"."total" = "order"."subtotal" + "order"."delivery_total")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `order_token_unique` ON `order` (`token`);--> statement-breakpoint
CREATE UNIQUE INDEX `order_number_unique` ON `order` (`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `order_open_per_cart` ON `order` (`cart_id`) WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX `order_state` ON `order` (`state`,`hold_until`);--> statement-breakpoint
CREATE TABLE `order_event` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`kind` text NOT NULL,
	`reason` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `order`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `order_event_once` ON `order_event` (`order_id`,`kind`);--> statement-breakpoint
CREATE TABLE `order_line` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`position` integer NOT NULL,
	`variant_id` text NOT NULL,
	`product_id` text NOT NULL,
	`kind` text NOT NULL,
	`sku` text NOT NULL,
	`title` text NOT NULL,
	`choice` text NOT NULL,
	`image_hash` text,
	`quantity` integer NOT NULL,
	`unit_price` integer NOT NULL,
	`total` integer NOT NULL,
	`tax_class` text NOT NULL,
	`basis_points` integer NOT NULL,
	`vat` integer NOT NULL,
	`downloads` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `order`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "line_adds_up" CHECK("order_line"."total" = "order_line"."unit_price" * "order_line"."quantity")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `order_line_position` ON `order_line` (`order_id`,`position`);--> statement-breakpoint
CREATE TABLE `terms` (
	`hash` text PRIMARY KEY NOT NULL,
	`body` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `payment` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`session_id` text,
	`url` text,
	`state` text NOT NULL,
	`amount` integer NOT NULL,
	`currency` text NOT NULL,
	`payment_intent` text,
	`method` text,
	`live` integer NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `payment_sessionId_unique` ON `payment` (`session_id`);--> statement-breakpoint
CREATE INDEX `payment_order` ON `payment` (`order_id`);--> statement-breakpoint
CREATE TABLE `stripe_event` (
	`id` text PRIMARY KEY NOT NULL,
	`type` text NOT NULL,
	`session_id` text,
	`received_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `setting` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `level` (
	`variant_id` text PRIMARY KEY NOT NULL,
	`available` integer DEFAULT 0 NOT NULL,
	`held` integer DEFAULT 0 NOT NULL,
	`sold` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`variant_id`) REFERENCES `variant`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "stock_is_short" CHECK("level"."available" >= 0),
	CONSTRAINT "held_is_not_negative" CHECK("level"."held" >= 0),
	CONSTRAINT "sold_is_not_negative" CHECK("level"."sold" >= 0)
);
--> statement-breakpoint
CREATE TABLE `movement` (
	`id` text PRIMARY KEY NOT NULL,
	`variant_id` text NOT NULL,
	`kind` text NOT NULL,
	`quantity` integer NOT NULL,
	`order_id` text,
	`reason` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`variant_id`) REFERENCES `level`(`variant_id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `movement_once` ON `movement` (`order_id`,`variant_id`,`kind`) WHERE order_id is not null and kind in ('hold', 'release', 'claim');--> statement-breakpoint
CREATE INDEX `movement_variant` ON `movement` (`variant_id`,`at`);--> statement-breakpoint
CREATE TABLE `tax_rate` (
	`country` text NOT NULL,
	`tax_class` text NOT NULL,
	`from` text NOT NULL,
	`basis_points` integer NOT NULL,
	`source` text NOT NULL,
	PRIMARY KEY(`country`, `tax_class`, `from`)
);
