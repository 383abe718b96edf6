CREATE TABLE `document` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`year` integer NOT NULL,
	`seq` integer NOT NULL,
	`number` text NOT NULL,
	`order_id` text NOT NULL,
	`nth` integer NOT NULL,
	`cause` text NOT NULL,
	`at` integer NOT NULL,
	`currency` text NOT NULL,
	`amount` integer NOT NULL,
	`vat` integer NOT NULL,
	`shares` text NOT NULL,
	`body` text NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `order`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `document_number_unique` ON `document` (`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `document_cause_unique` ON `document` (`cause`);--> statement-breakpoint
CREATE UNIQUE INDEX `document_series` ON `document` (`kind`,`year`,`seq`);--> statement-breakpoint
CREATE UNIQUE INDEX `document_of_order` ON `document` (`order_id`,`nth`);--> statement-breakpoint
CREATE INDEX `document_list` ON `document` (`at`,`id`);--> statement-breakpoint
CREATE TABLE `journal_line` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`day` text NOT NULL,
	`kind` text NOT NULL,
	`order_id` text,
	`document_id` text,
	`number` text NOT NULL,
	`method` text NOT NULL,
	`currency` text NOT NULL,
	`amount` integer NOT NULL,
	`goods` integer NOT NULL,
	`services` integer NOT NULL,
	`vat` integer NOT NULL,
	`facts` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `journal_line_documentId_unique` ON `journal_line` (`document_id`);--> statement-breakpoint
CREATE INDEX `journal_day` ON `journal_line` (`day`,`seq`);--> statement-breakpoint
CREATE INDEX `journal_kind` ON `journal_line` (`kind`,`seq`);--> statement-breakpoint
CREATE TABLE `journal_seal` (
	`seq` integer PRIMARY KEY NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `comparison` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`at` integer NOT NULL,
	`facts` text NOT NULL,
	`error` text
);
--> statement-breakpoint
CREATE INDEX `comparison_latest` ON `comparison` (`kind`,`at`);--> statement-breakpoint
CREATE TABLE `difference` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`kind` text NOT NULL,
	`session_id` text,
	`order_id` text,
	`amount` integer,
	`currency` text,
	`at` integer NOT NULL,
	`settled_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `difference_key_unique` ON `difference` (`key`);--> statement-breakpoint
CREATE INDEX `difference_list` ON `difference` (`at`,`id`);--> statement-breakpoint
CREATE INDEX `difference_open` ON `difference` (`at`) WHERE settled_at is null;--> statement-breakpoint
CREATE TABLE `dispute` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`stripe_id` text NOT NULL,
	`amount` integer NOT NULL,
	`currency` text NOT NULL,
	`reason` text NOT NULL,
	`state` text NOT NULL,
	`due_at` integer,
	`at` integer NOT NULL,
	`closed_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `dispute_stripeId_unique` ON `dispute` (`stripe_id`);--> statement-breakpoint
CREATE INDEX `dispute_order` ON `dispute` (`order_id`);--> statement-breakpoint
CREATE INDEX `dispute_open` ON `dispute` (`at`) WHERE state in ('inquiry', 'open');--> statement-breakpoint
DROP INDEX `order_to_pack`;--> statement-breakpoint
ALTER TABLE `order` ADD `captured_total` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `order_to_pack` ON `order` (`number`) WHERE state in ('paid', 'in_making') and delivery is not null;--> statement-breakpoint
DROP INDEX `order_event_once`;--> statement-breakpoint
ALTER TABLE `order_event` ADD `ref` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `order_event` ADD `staff_id` text;--> statement-breakpoint
ALTER TABLE `order_event` ADD `who` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `order_event_once` ON `order_event` (`order_id`,`kind`,`ref`);--> statement-breakpoint
ALTER TABLE `payment` ADD `charge_id` text;--> statement-breakpoint
CREATE INDEX `payment_intent` ON `payment` (`payment_intent`);--> statement-breakpoint
CREATE INDEX `payment_open` ON `payment` (`expires_at`) WHERE state in ('open', 'unpaid');