-- What came for orders that were paid before.
UPDATE "order" SET captured_total = total
WHERE paid_at IS NOT NULL OR EXISTS (SELECT 1 FROM payment p WHERE p.order_id = "order".id AND p.state = 'paid');
--> statement-breakpoint
-- Money that goes back is never more than came.
DROP TRIGGER refund_counts;
--> statement-breakpoint
CREATE TRIGGER refund_counts AFTER INSERT ON refund WHEN new.state <> 'failed'
BEGIN
  UPDATE "order" SET refunded_total = refunded_total + new.amount WHERE id = new.order_id;
  SELECT RAISE(ABORT, 'refund_is_too_much') FROM "order" WHERE id = new.order_id AND refunded_total > captured_total;
END;
--> statement-breakpoint
DROP TRIGGER refund_works_after_all;
--> statement-breakpoint
CREATE TRIGGER refund_works_after_all AFTER UPDATE OF state ON refund WHEN old.state = 'failed' AND new.state <> 'failed'
BEGIN
  UPDATE "order" SET refunded_total = refunded_total + new.amount WHERE id = new.order_id;
  SELECT RAISE(ABORT, 'refund_is_too_much') FROM "order" WHERE id = new.order_id AND refunded_total > captured_total;
END;
--> statement-breakpoint
-- Invoices and credit notes, the journal and its seals are never rewritten. Ten full years later a document may go
-- (C. com. L123-22), because it names its buyer; the journal names nobody and stays.
CREATE TRIGGER document_stays BEFORE UPDATE ON document
BEGIN
  SELECT RAISE(ABORT, 'a document never changes');
END;
--> statement-breakpoint
CREATE TRIGGER document_is_kept BEFORE DELETE ON document WHEN old.year > CAST(strftime('%Y', 'now') AS integer) - 11
BEGIN
  SELECT RAISE(ABORT, 'a document is kept for ten years');
END;
--> statement-breakpoint
CREATE TRIGGER journal_line_stays BEFORE UPDATE ON journal_line
BEGIN
  SELECT RAISE(ABORT, 'the journal never changes');
END;
--> statement-breakpoint
CREATE TRIGGER journal_line_is_kept BEFORE DELETE ON journal_line
BEGIN
  SELECT RAISE(ABORT, 'the journal never forgets');
END;
--> statement-breakpoint
CREATE TRIGGER journal_line_follows BEFORE INSERT ON journal_line
WHEN new.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM journal_line)
BEGIN
  SELECT RAISE(ABORT, 'the journal has no gap');
END;
--> statement-breakpoint
CREATE TRIGGER journal_seal_stays BEFORE UPDATE ON journal_seal
BEGIN
  SELECT RAISE(ABORT, 'a seal never changes');
END;
--> statement-breakpoint
CREATE TRIGGER journal_seal_is_kept BEFORE DELETE ON journal_seal
BEGIN
  SELECT RAISE(ABORT, 'a seal is kept');
END;
--> statement-breakpoint
CREATE TRIGGER journal_seal_follows BEFORE INSERT ON journal_seal
WHEN new.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM journal_seal)
BEGIN
  SELECT RAISE(ABORT, 'seals_have_no_gap');
END;
