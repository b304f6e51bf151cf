-- The word index over the entries' texts. It stores no text of its own (external content): rows are added by db/text-index.ts in
-- chunks, and the trigger takes them out again with the very values under which they went in.
CREATE VIRTUAL TABLE `text_index` USING fts5(
  description, reference, document, note,
  content='entry_text', content_rowid='entry_id',
  tokenize="unicode61 remove_diacritics 2"
);
--> statement-breakpoint
CREATE TRIGGER `entry_text_deleted` AFTER DELETE ON `entry_text`
WHEN old.entry_id <= coalesce((SELECT cast(value AS integer) FROM workspace_meta WHERE key = 'text_index_to'), 0)
BEGIN
  INSERT INTO text_index (text_index, rowid, description, reference, document, note)
  VALUES ('delete', old.entry_id, old.description, old.reference, old.document, old.note);
END;
--> statement-breakpoint
CREATE TRIGGER `entry_text_updated` AFTER UPDATE OF description, reference, document, note ON `entry_text`
WHEN old.entry_id <= coalesce((SELECT cast(value AS integer) FROM workspace_meta WHERE key = 'text_index_to'), 0)
BEGIN
  INSERT INTO text_index (text_index, rowid, description, reference, document, note)
  VALUES ('delete', old.entry_id, old.description, old.reference, old.document, old.note);
  INSERT INTO text_index (rowid, description, reference, document, note)
  VALUES (new.entry_id, new.description, new.reference, new.document, new.note);
END;
