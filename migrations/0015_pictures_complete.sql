ALTER TABLE `image` ADD `complete` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `image_incomplete` ON `image` (`hash`) WHERE complete = 0;
--> statement-breakpoint
-- Pages show pictures from another domain only while all of them are there: one that is not yet takes them back.
CREATE TRIGGER picture_is_not_there_yet AFTER INSERT ON image
WHEN new.complete = 0
BEGIN
  UPDATE setting SET value = '{"base":""}' WHERE key = 'pictures' AND value <> '{"base":""}';
END;
