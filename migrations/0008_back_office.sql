CREATE TABLE `bulk_edit` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`who` text NOT NULL,
	`act` text NOT NULL,
	`before` text NOT NULL,
	`undone_at` integer
);
--> statement-breakpoint
CREATE INDEX `bulk_edit_at` ON `bulk_edit` (`at`);--> statement-breakpoint
CREATE TABLE `facet` (
	`collection_id` text NOT NULL,
	`name` text NOT NULL,
	`value` text NOT NULL,
	`product_id` text NOT NULL,
	`published_at` integer NOT NULL,
	`price` integer NOT NULL,
	PRIMARY KEY(`collection_id`, `name`, `value`, `product_id`),
	FOREIGN KEY (`product_id`) REFERENCES `product`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `facet_newest` ON `facet` (`collection_id`,`name`,`value`,`published_at`,`product_id`);--> statement-breakpoint
CREATE INDEX `facet_price` ON `facet` (`collection_id`,`name`,`value`,`price`,`product_id`);--> statement-breakpoint
CREATE INDEX `facet_product` ON `facet` (`product_id`);--> statement-breakpoint
CREATE TABLE `filter` (
	`collection_id` text NOT NULL,
	`name` text NOT NULL,
	`value` text NOT NULL,
	`label` text NOT NULL,
	`value_label` text NOT NULL,
	`product_count` integer NOT NULL,
	PRIMARY KEY(`collection_id`, `name`, `value`)
);
--> statement-breakpoint
CREATE TABLE `former_slug` (
	`kind` text NOT NULL,
	`slug` text NOT NULL,
	`leads_to` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`kind`, `slug`)
);
--> statement-breakpoint
CREATE TABLE `sale` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`state` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer,
	`basis_points` integer
);
--> statement-breakpoint
CREATE INDEX `sale_due` ON `sale` (`state`,`starts_at`);--> statement-breakpoint
CREATE INDEX `sale_end` ON `sale` (`state`,`ends_at`);--> statement-breakpoint
CREATE TABLE `sale_variant` (
	`sale_id` text NOT NULL,
	`variant_id` text NOT NULL,
	`price` integer,
	`price_after` integer,
	PRIMARY KEY(`sale_id`, `variant_id`),
	FOREIGN KEY (`sale_id`) REFERENCES `sale`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`variant_id`) REFERENCES `variant`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sale_variant_variant` ON `sale_variant` (`variant_id`);--> statement-breakpoint
CREATE TABLE `archive` (
	`order_id` text PRIMARY KEY NOT NULL,
	`buyer` text NOT NULL,
	`at` integer NOT NULL,
	`until` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `archive_until` ON `archive` (`until`);--> statement-breakpoint
CREATE TABLE `customer` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`first_name` text NOT NULL,
	`last_name` text NOT NULL,
	`lang` text NOT NULL,
	`orders` integer NOT NULL,
	`spent` integer NOT NULL,
	`first_at` integer NOT NULL,
	`last_at` integer NOT NULL,
	`note` text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `customer_email_unique` ON `customer` (`email`);--> statement-breakpoint
CREATE INDEX `customer_last` ON `customer` (`last_at`,`id`);--> statement-breakpoint
CREATE INDEX `customer_spent` ON `customer` (`spent`,`id`);--> statement-breakpoint
CREATE INDEX `customer_orders` ON `customer` (`orders`,`id`);--> statement-breakpoint
CREATE TABLE `answer` (
	`id` text PRIMARY KEY NOT NULL,
	`message_id` text NOT NULL,
	`who` text NOT NULL,
	`text` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`message_id`) REFERENCES `message`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `answer_message` ON `answer` (`message_id`,`at`);--> statement-breakpoint
CREATE TABLE `message` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`lang` text NOT NULL,
	`order_number` integer,
	`text` text NOT NULL,
	`read_at` integer
);
--> statement-breakpoint
CREATE INDEX `message_at` ON `message` (`at`,`id`);--> statement-breakpoint
CREATE INDEX `message_unread` ON `message` (`at`) WHERE read_at is null;--> statement-breakpoint
CREATE INDEX `message_email` ON `message` (`email`);--> statement-breakpoint
CREATE TABLE `refund` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`amount` integer NOT NULL,
	`delivery_amount` integer DEFAULT 0 NOT NULL,
	`reason` text NOT NULL,
	`note` text NOT NULL,
	`state` text NOT NULL,
	`stripe_id` text,
	`attempt` integer DEFAULT 1 NOT NULL,
	`error` text,
	`at` integer NOT NULL,
	`staff_id` text,
	`who` text NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `order`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "refund_gives" CHECK("refund"."amount" > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `refund_stripeId_unique` ON `refund` (`stripe_id`);--> statement-breakpoint
CREATE INDEX `refund_order` ON `refund` (`order_id`);--> statement-breakpoint
CREATE INDEX `refund_pending` ON `refund` (`at`) WHERE state = 'pending';--> statement-breakpoint
CREATE TABLE `refund_line` (
	`refund_id` text NOT NULL,
	`line_id` text NOT NULL,
	`quantity` integer NOT NULL,
	`amount` integer NOT NULL,
	`restocked` integer NOT NULL,
	PRIMARY KEY(`refund_id`, `line_id`),
	FOREIGN KEY (`refund_id`) REFERENCES `refund`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`line_id`) REFERENCES `order_line`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "refund_line_counts" CHECK("refund_line"."quantity" > 0)
);
--> statement-breakpoint
CREATE INDEX `refund_line_line` ON `refund_line` (`line_id`);--> statement-breakpoint
CREATE TABLE `promotion` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`code` text,
	`kind` text NOT NULL,
	`basis_points` integer,
	`amount` integer,
	`take` integer,
	`pay` integer,
	`minimum` integer DEFAULT 0 NOT NULL,
	`starts_at` integer,
	`ends_at` integer,
	`scope` text NOT NULL,
	`uses_most` integer,
	`uses_per_buyer` integer,
	`uses` integer DEFAULT 0 NOT NULL,
	`combines` integer NOT NULL,
	`active` integer NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT "promotion_used_up" CHECK("promotion"."uses_most" is null or "promotion"."uses" <= "promotion"."uses_most")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `promotion_code_unique` ON `promotion` (`code`);--> statement-breakpoint
CREATE INDEX `promotion_list` ON `promotion` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `promotion_automatic` ON `promotion` (`created_at`) WHERE code is null and active = 1;--> statement-breakpoint
CREATE TABLE `promotion_use` (
	`promotion_id` text NOT NULL,
	`order_id` text NOT NULL,
	`buyer_hash` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`promotion_id`, `order_id`),
	FOREIGN KEY (`promotion_id`) REFERENCES `promotion`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`order_id`) REFERENCES `order`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `promotion_use_order` ON `promotion_use` (`order_id`);--> statement-breakpoint
CREATE INDEX `promotion_use_buyer` ON `promotion_use` (`promotion_id`,`buyer_hash`);--> statement-breakpoint
CREATE TABLE `day_total` (
	`day` text PRIMARY KEY NOT NULL,
	`orders` integer DEFAULT 0 NOT NULL,
	`revenue` integer DEFAULT 0 NOT NULL,
	`refunded` integer DEFAULT 0 NOT NULL,
	`units` integer DEFAULT 0 NOT NULL,
	`visits` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `__new_outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`template` text NOT NULL,
	`order_id` text,
	`shipment_id` text,
	`to` text,
	`facts` text DEFAULT '{}' NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`next_at` integer NOT NULL,
	`sent_at` integer,
	`error` text
);
--> statement-breakpoint
INSERT INTO `__new_outbox`("id", "key", "template", "order_id", "shipment_id", "to", "facts", "state", "attempts", "created_at", "next_at", "sent_at", "error") SELECT "id", "key", "template", "order_id", "shipment_id", NULL, '{}', "state", "attempts", "next_at", "next_at", "sent_at", "error" FROM `outbox`;--> statement-breakpoint
DROP TABLE `outbox`;--> statement-breakpoint
ALTER TABLE `__new_outbox` RENAME TO `outbox`;--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_key_unique` ON `outbox` (`key`);--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`state`,`next_at`);--> statement-breakpoint
CREATE INDEX `outbox_order` ON `outbox` (`order_id`);--> statement-breakpoint
CREATE INDEX `outbox_list` ON `outbox` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `outbox_list_in` ON `outbox` (`state`,`created_at`,`id`);--> statement-breakpoint
ALTER TABLE `collection` ADD `search` text;--> statement-breakpoint
ALTER TABLE `product` ADD `attributes` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `product` ADD `personal` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `product` ADD `content_unit` text;--> statement-breakpoint
ALTER TABLE `product` ADD `search` text;--> statement-breakpoint
ALTER TABLE `product` ADD `collection_ids` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `product` ADD `preview_token` text;--> statement-breakpoint
ALTER TABLE `product` ADD `updated_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `product_previewToken_unique` ON `product` (`preview_token`);--> statement-breakpoint
CREATE INDEX `product_edited` ON `product` (`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `product_edited_in` ON `product` (`state`,`updated_at`,`id`);--> statement-breakpoint
ALTER TABLE `product_image` ADD `focus` integer DEFAULT 4 NOT NULL;--> statement-breakpoint
ALTER TABLE `variant` ADD `cost` integer;--> statement-breakpoint
ALTER TABLE `variant` ADD `content` integer;--> statement-breakpoint
ALTER TABLE `variant` ADD `offered` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `entry` ADD `state` text DEFAULT 'published' NOT NULL;--> statement-breakpoint
ALTER TABLE `entry` ADD `search` text;--> statement-breakpoint
ALTER TABLE `entry` ADD `updated_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `delivery_method` ADD `speed` text DEFAULT 'standard' NOT NULL;--> statement-breakpoint
ALTER TABLE `delivery_method` ADD `hours` text;--> statement-breakpoint
ALTER TABLE `delivery_method` ADD `offered` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `adjustment` ADD `promotion_id` text;--> statement-breakpoint
ALTER TABLE `order` ADD `channel` text DEFAULT 'shop' NOT NULL;--> statement-breakpoint
ALTER TABLE `order` ADD `discount_total` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `order` ADD `refunded_total` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `order_line` ADD `discount` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `order_line` ADD `personal` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `payment` ADD `kind` text DEFAULT 'stripe' NOT NULL;--> statement-breakpoint
ALTER TABLE `level` ADD `low_at` integer;--> statement-breakpoint
ALTER TABLE `level` ADD `told_at` integer;--> statement-breakpoint
CREATE INDEX `level_low` ON `level` (`available`,`variant_id`) WHERE available <= low_at;--> statement-breakpoint
ALTER TABLE `movement` ADD `who` text;