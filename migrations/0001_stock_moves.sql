-- Stock changes by movements only: inserting one moves the counters, and a CHECK on them refuses what is not there.
CREATE TRIGGER movement_counts AFTER INSERT ON movement BEGIN
  UPDATE level SET
    available = available + CASE NEW.kind
      WHEN 'hold' THEN -NEW.quantity WHEN 'claim' THEN 0 ELSE NEW.quantity END,
    held = held + CASE NEW.kind
      WHEN 'hold' THEN NEW.quantity WHEN 'release' THEN -NEW.quantity WHEN 'claim' THEN -NEW.quantity ELSE 0 END,
    sold = sold + CASE NEW.kind
      WHEN 'claim' THEN NEW.quantity WHEN 'return' THEN -NEW.quantity ELSE 0 END
  WHERE variant_id = NEW.variant_id;
END;
--> statement-breakpoint
CREATE TRIGGER movement_stays BEFORE UPDATE ON movement BEGIN
  SELECT RAISE(ABORT, 'a movement is never changed');
END;
--> statement-breakpoint
CREATE TRIGGER movement_is_kept BEFORE DELETE ON movement BEGIN
  SELECT RAISE(ABORT, 'a movement is never deleted');
END;
--> statement-breakpoint
-- What is free to sell of each variant: its own level, or for a bundle what its scarcest part allows; null is not counted.
CREATE VIEW availability AS
SELECT v.id AS variant_id, v.product_id AS product_id,
  CASE WHEN EXISTS (SELECT 1 FROM bundle_part b WHERE b.bundle_id = v.id)
    THEN (SELECT min(l.available / b.quantity) FROM bundle_part b JOIN level l ON l.variant_id = b.part_id
          WHERE b.bundle_id = v.id)
    ELSE (SELECT l.available FROM level l WHERE l.variant_id = v.id)
  END AS available
FROM variant v;
