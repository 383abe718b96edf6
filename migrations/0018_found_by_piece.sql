CREATE INDEX `bundle_part_in` ON `bundle_part` (`part_id`);--> statement-breakpoint
CREATE INDEX `related_other` ON `related` (`other_id`);--> statement-breakpoint
CREATE INDEX `entry_product_product` ON `entry_product` (`product_id`);