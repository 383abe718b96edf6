CREATE TABLE `order_note` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`who` text NOT NULL,
	`text` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `order`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `order_note_order` ON `order_note` (`order_id`,`at`);--> statement-breakpoint
CREATE TABLE `shipment` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`carrier` text NOT NULL,
	`number` text NOT NULL,
	`at` integer NOT NULL,
	`staff_id` text,
	`who` text NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `order`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `shipment_order` ON `shipment` (`order_id`);--> statement-breakpoint
CREATE TABLE `shipment_line` (
	`shipment_id` text NOT NULL,
	`line_id` text NOT NULL,
	`quantity` integer NOT NULL,
	PRIMARY KEY(`shipment_id`, `line_id`),
	FOREIGN KEY (`shipment_id`) REFERENCES `shipment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`line_id`) REFERENCES `order_line`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "shipment_line_sends" CHECK("shipment_line"."quantity" > 0)
);
--> statement-breakpoint
CREATE INDEX `shipment_line_line` ON `shipment_line` (`line_id`);--> statement-breakpoint
ALTER TABLE `outbox` ADD `shipment_id` text;--> statement-breakpoint
CREATE INDEX `outbox_order` ON `outbox` (`order_id`);--> statement-breakpoint
CREATE INDEX `order_list` ON `order` (`state`,`number`);--> statement-breakpoint
CREATE INDEX `order_to_pack` ON `order` (`number`) WHERE state = 'paid' and delivery is not null;--> statement-breakpoint
CREATE INDEX `order_paid` ON `order` (`paid_at`,`total`);--> statement-breakpoint
CREATE INDEX `order_email` ON `order` (`email`);