// Written by db/inline-migrations.ts from migrations/*.sql. Do not edit; run `npm run db:generate`.
export const MIGRATIONS: readonly { readonly tag: string; readonly statements: readonly string[] }[] = [
  {
    "tag": "0000_ground",
    "statements": [
      "CREATE TABLE `account_detail` (\n\t`ordinal` integer PRIMARY KEY NOT NULL,\n\t`type` text DEFAULT '' NOT NULL,\n\t`level_1` text DEFAULT '' NOT NULL,\n\t`level_2` text DEFAULT '' NOT NULL,\n\t`level_3` text DEFAULT '' NOT NULL,\n\t`level_4` text DEFAULT '' NOT NULL,\n\t`level_5` text DEFAULT '' NOT NULL,\n\t`level_6` text DEFAULT '' NOT NULL,\n\t`level_7` text DEFAULT '' NOT NULL\n);",
      "CREATE TABLE `batch` (\n\t`id` integer PRIMARY KEY NOT NULL,\n\t`file_id` integer NOT NULL,\n\t`file_name` text NOT NULL,\n\t`format` text NOT NULL,\n\t`mapping_id` integer NOT NULL,\n\t`loaded_at` text NOT NULL,\n\t`read` integer NOT NULL,\n\t`loaded` integer NOT NULL,\n\t`duplicate` integer NOT NULL,\n\t`rejected` integer NOT NULL,\n\t`ignored` integer NOT NULL,\n\t`sums` text NOT NULL,\n\t`from_day` integer,\n\t`to_day` integer,\n\t`fingerprint_version` integer NOT NULL,\n\t`undone_at` text\n);",
      "CREATE TABLE `dimension` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`label` text NOT NULL,\n\t`kind` text NOT NULL,\n\t`column_name` text NOT NULL\n);",
      "CREATE UNIQUE INDEX `dimension_column_name_unique` ON `dimension` (`column_name`);",
      "CREATE TABLE `entry` (\n\t`id` integer PRIMARY KEY NOT NULL,\n\t`batch_id` integer NOT NULL,\n\t`line` integer NOT NULL,\n\t`day` integer NOT NULL,\n\t`posting_period` integer DEFAULT 0 NOT NULL,\n\t`amount` integer NOT NULL,\n\t`base_amount` integer,\n\t`fingerprint` blob NOT NULL,\n\t`account` integer DEFAULT 0 NOT NULL,\n\t`category` integer DEFAULT 0 NOT NULL,\n\t`payee` integer DEFAULT 0 NOT NULL,\n\t`cost_centre` integer DEFAULT 0 NOT NULL,\n\t`department` integer DEFAULT 0 NOT NULL,\n\t`directorate` integer DEFAULT 0 NOT NULL,\n\t`entity` integer DEFAULT 0 NOT NULL,\n\t`region` integer DEFAULT 0 NOT NULL,\n\t`profit_centre` integer DEFAULT 0 NOT NULL,\n\t`functional_area` integer DEFAULT 0 NOT NULL,\n\t`company` integer DEFAULT 0 NOT NULL,\n\t`ledger` integer DEFAULT 0 NOT NULL,\n\t`fund` integer DEFAULT 0 NOT NULL,\n\t`business_unit` integer DEFAULT 0 NOT NULL,\n\t`project` integer DEFAULT 0 NOT NULL,\n\t`document_type` integer DEFAULT 0 NOT NULL,\n\t`scenario` integer DEFAULT 0 NOT NULL,\n\t`status` integer DEFAULT 0 NOT NULL,\n\t`flow` integer DEFAULT 0 NOT NULL,\n\t`currency` integer DEFAULT 0 NOT NULL,\n\t`user` integer DEFAULT 0 NOT NULL,\n\t`custom_1` integer DEFAULT 0 NOT NULL,\n\t`custom_2` integer DEFAULT 0 NOT NULL,\n\t`custom_3` integer DEFAULT 0 NOT NULL,\n\t`custom_4` integer DEFAULT 0 NOT NULL,\n\t`custom_5` integer DEFAULT 0 NOT NULL,\n\t`custom_6` integer DEFAULT 0 NOT NULL,\n\t`custom_7` integer DEFAULT 0 NOT NULL,\n\t`custom_8` integer DEFAULT 0 NOT NULL,\n\t`custom_9` integer DEFAULT 0 NOT NULL,\n\t`custom_10` integer DEFAULT 0 NOT NULL,\n\t`custom_11` integer DEFAULT 0 NOT NULL,\n\t`custom_12` integer DEFAULT 0 NOT NULL,\n\t`custom_13` integer DEFAULT 0 NOT NULL,\n\t`custom_14` integer DEFAULT 0 NOT NULL,\n\t`custom_15` integer DEFAULT 0 NOT NULL,\n\t`custom_16` integer DEFAULT 0 NOT NULL,\n\t`custom_17` integer DEFAULT 0 NOT NULL,\n\t`custom_18` integer DEFAULT 0 NOT NULL,\n\t`custom_19` integer DEFAULT 0 NOT NULL,\n\t`custom_20` integer DEFAULT 0 NOT NULL,\n\t`custom_21` integer DEFAULT 0 NOT NULL,\n\t`custom_22` integer DEFAULT 0 NOT NULL,\n\t`custom_23` integer DEFAULT 0 NOT NULL,\n\t`custom_24` integer DEFAULT 0 NOT NULL\n);",
      "CREATE UNIQUE INDEX `entry_fingerprint` ON `entry` (`fingerprint`);",
      "CREATE INDEX `entry_day` ON `entry` (`day`);",
      "CREATE INDEX `entry_batch` ON `entry` (`batch_id`);",
      "CREATE INDEX `entry_unconverted` ON `entry` (`id`) WHERE base_amount IS NULL;",
      "CREATE TABLE `entry_text` (\n\t`entry_id` integer PRIMARY KEY NOT NULL,\n\t`description` text DEFAULT '' NOT NULL,\n\t`reference` text DEFAULT '' NOT NULL,\n\t`document` text DEFAULT '' NOT NULL,\n\t`note` text DEFAULT '' NOT NULL,\n\t`extra` text DEFAULT '' NOT NULL\n);",
      "CREATE INDEX `entry_text_document` ON `entry_text` (`document`) WHERE document <> '';",
      "CREATE TABLE `mapping` (\n\t`id` integer PRIMARY KEY NOT NULL,\n\t`shape` text NOT NULL,\n\t`version` integer NOT NULL,\n\t`json` text NOT NULL,\n\t`used_at` text NOT NULL\n);",
      "CREATE UNIQUE INDEX `mapping_shape_version` ON `mapping` (`shape`,`version`);",
      "CREATE TABLE `member` (\n\t`dimension_id` text NOT NULL,\n\t`ordinal` integer NOT NULL,\n\t`key` text NOT NULL,\n\t`label` text NOT NULL,\n\tPRIMARY KEY(`dimension_id`, `ordinal`)\n);",
      "CREATE UNIQUE INDEX `member_key` ON `member` (`dimension_id`,`key`);",
      "CREATE TABLE `rate` (\n\t`currency` text NOT NULL,\n\t`day` integer NOT NULL,\n\t`rate` text NOT NULL,\n\t`source` text NOT NULL,\n\tPRIMARY KEY(`currency`, `day`)\n);",
      "CREATE TABLE `segment` (\n\t`batch_id` integer NOT NULL,\n\t`sequence` integer NOT NULL,\n\t`column_name` text NOT NULL,\n\t`rows` integer NOT NULL,\n\t`encoding` text NOT NULL,\n\t`data` blob NOT NULL,\n\tPRIMARY KEY(`batch_id`, `sequence`, `column_name`)\n);",
      "CREATE TABLE `source_chunk` (\n\t`file_id` integer NOT NULL,\n\t`sequence` integer NOT NULL,\n\t`first_line` integer NOT NULL,\n\t`first_byte` integer NOT NULL,\n\t`data` blob NOT NULL,\n\tPRIMARY KEY(`file_id`, `sequence`)\n);",
      "CREATE TABLE `source_file` (\n\t`id` integer PRIMARY KEY NOT NULL,\n\t`sha256` text NOT NULL,\n\t`name` text NOT NULL,\n\t`bytes` integer NOT NULL,\n\t`kept` integer NOT NULL\n);",
      "CREATE UNIQUE INDEX `source_file_sha256_unique` ON `source_file` (`sha256`);",
      "CREATE TABLE `trash_entry` (\n\t`id` integer PRIMARY KEY NOT NULL,\n\t`batch_id` integer NOT NULL,\n\t`line` integer NOT NULL,\n\t`day` integer NOT NULL,\n\t`posting_period` integer DEFAULT 0 NOT NULL,\n\t`amount` integer NOT NULL,\n\t`base_amount` integer,\n\t`fingerprint` blob NOT NULL,\n\t`account` integer DEFAULT 0 NOT NULL,\n\t`category` integer DEFAULT 0 NOT NULL,\n\t`payee` integer DEFAULT 0 NOT NULL,\n\t`cost_centre` integer DEFAULT 0 NOT NULL,\n\t`department` integer DEFAULT 0 NOT NULL,\n\t`directorate` integer DEFAULT 0 NOT NULL,\n\t`entity` integer DEFAULT 0 NOT NULL,\n\t`region` integer DEFAULT 0 NOT NULL,\n\t`profit_centre` integer DEFAULT 0 NOT NULL,\n\t`functional_area` integer DEFAULT 0 NOT NULL,\n\t`company` integer DEFAULT 0 NOT NULL,\n\t`ledger` integer DEFAULT 0 NOT NULL,\n\t`fund` integer DEFAULT 0 NOT NULL,\n\t`business_unit` integer DEFAULT 0 NOT NULL,\n\t`project` integer DEFAULT 0 NOT NULL,\n\t`document_type` integer DEFAULT 0 NOT NULL,\n\t`scenario` integer DEFAULT 0 NOT NULL,\n\t`status` integer DEFAULT 0 NOT NULL,\n\t`flow` integer DEFAULT 0 NOT NULL,\n\t`currency` integer DEFAULT 0 NOT NULL,\n\t`user` integer DEFAULT 0 NOT NULL,\n\t`custom_1` integer DEFAULT 0 NOT NULL,\n\t`custom_2` integer DEFAULT 0 NOT NULL,\n\t`custom_3` integer DEFAULT 0 NOT NULL,\n\t`custom_4` integer DEFAULT 0 NOT NULL,\n\t`custom_5` integer DEFAULT 0 NOT NULL,\n\t`custom_6` integer DEFAULT 0 NOT NULL,\n\t`custom_7` integer DEFAULT 0 NOT NULL,\n\t`custom_8` integer DEFAULT 0 NOT NULL,\n\t`custom_9` integer DEFAULT 0 NOT NULL,\n\t`custom_10` integer DEFAULT 0 NOT NULL,\n\t`custom_11` integer DEFAULT 0 NOT NULL,\n\t`custom_12` integer DEFAULT 0 NOT NULL,\n\t`custom_13` integer DEFAULT 0 NOT NULL,\n\t`custom_14` integer DEFAULT 0 NOT NULL,\n\t`custom_15` integer DEFAULT 0 NOT NULL,\n\t`custom_16` integer DEFAULT 0 NOT NULL,\n\t`custom_17` integer DEFAULT 0 NOT NULL,\n\t`custom_18` integer DEFAULT 0 NOT NULL,\n\t`custom_19` integer DEFAULT 0 NOT NULL,\n\t`custom_20` integer DEFAULT 0 NOT NULL,\n\t`custom_21` integer DEFAULT 0 NOT NULL,\n\t`custom_22` integer DEFAULT 0 NOT NULL,\n\t`custom_23` integer DEFAULT 0 NOT NULL,\n\t`custom_24` integer DEFAULT 0 NOT NULL\n);",
      "CREATE INDEX `trash_entry_batch` ON `trash_entry` (`batch_id`);",
      "CREATE TABLE `trash_entry_text` (\n\t`entry_id` integer PRIMARY KEY NOT NULL,\n\t`description` text DEFAULT '' NOT NULL,\n\t`reference` text DEFAULT '' NOT NULL,\n\t`document` text DEFAULT '' NOT NULL,\n\t`note` text DEFAULT '' NOT NULL,\n\t`extra` text DEFAULT '' NOT NULL\n);",
      "CREATE TABLE `unloaded_row` (\n\t`id` integer PRIMARY KEY NOT NULL,\n\t`batch_id` integer NOT NULL,\n\t`line` integer NOT NULL,\n\t`outcome` text NOT NULL,\n\t`code` text NOT NULL,\n\t`reason` text NOT NULL,\n\t`column_name` text DEFAULT '' NOT NULL,\n\t`raw` text NOT NULL\n);",
      "CREATE INDEX `unloaded_row_batch` ON `unloaded_row` (`batch_id`,`outcome`,`line`);",
      "CREATE TABLE `workspace_meta` (\n\t`key` text PRIMARY KEY NOT NULL,\n\t`value` text NOT NULL\n);"
    ]
  },
  {
    "tag": "0001_text_index",
    "statements": [
      "-- The word index over the entries' texts. It stores no text of its own (external content): rows are added by db/text-index.ts in\n-- chunks, and the trigger takes them out again with the very values under which they went in.\nCREATE VIRTUAL TABLE `text_index` USING fts5(\n  description, reference, document, note,\n  content='entry_text', content_rowid='entry_id',\n  tokenize=\"unicode61 remove_diacritics 2\"\n);",
      "CREATE TRIGGER `entry_text_deleted` AFTER DELETE ON `entry_text`\nWHEN old.entry_id <= coalesce((SELECT cast(value AS integer) FROM workspace_meta WHERE key = 'text_index_to'), 0)\nBEGIN\n  INSERT INTO text_index (text_index, rowid, description, reference, document, note)\n  VALUES ('delete', old.entry_id, old.description, old.reference, old.document, old.note);\nEND;",
      "CREATE TRIGGER `entry_text_updated` AFTER UPDATE OF description, reference, document, note ON `entry_text`\nWHEN old.entry_id <= coalesce((SELECT cast(value AS integer) FROM workspace_meta WHERE key = 'text_index_to'), 0)\nBEGIN\n  INSERT INTO text_index (text_index, rowid, description, reference, document, note)\n  VALUES ('delete', old.entry_id, old.description, old.reference, old.document, old.note);\n  INSERT INTO text_index (rowid, description, reference, document, note)\n  VALUES (new.entry_id, new.description, new.reference, new.document, new.note);\nEND;"
    ]
  },
  {
    "tag": "0002_analysis",
    "statements": [
      "CREATE TABLE `alert` (\n\t`id` integer PRIMARY KEY NOT NULL,\n\t`rule_id` integer NOT NULL,\n\t`subject` text NOT NULL,\n\t`code` text NOT NULL,\n\t`figures` text DEFAULT '{}' NOT NULL,\n\t`statement` text NOT NULL,\n\t`severity` text NOT NULL,\n\t`filters` text DEFAULT '' NOT NULL,\n\t`raised_at` text NOT NULL,\n\t`read_at` text\n);",
      "CREATE UNIQUE INDEX `alert_subject` ON `alert` (`rule_id`,`subject`);",
      "CREATE INDEX `alert_read` ON `alert` (`read_at`,`raised_at`);",
      "CREATE TABLE `alert_rule` (\n\t`id` integer PRIMARY KEY NOT NULL,\n\t`kind` text NOT NULL,\n\t`name` text NOT NULL,\n\t`parameters` text NOT NULL,\n\t`enabled` integer DEFAULT true NOT NULL,\n\t`created_at` text NOT NULL\n);",
      "CREATE TABLE `finding_verdict` (\n\t`analysis` text NOT NULL,\n\t`subject` text NOT NULL,\n\t`verdict` text NOT NULL,\n\t`note` text DEFAULT '' NOT NULL,\n\t`method` text DEFAULT '' NOT NULL,\n\t`score` real,\n\t`decided_at` text NOT NULL,\n\tPRIMARY KEY(`analysis`, `subject`)\n);",
      "CREATE TABLE `model_run` (\n\t`id` integer PRIMARY KEY NOT NULL,\n\t`analysis` text NOT NULL,\n\t`scope` text DEFAULT '' NOT NULL,\n\t`method` text NOT NULL,\n\t`parameters` text NOT NULL,\n\t`seed` integer NOT NULL,\n\t`data_revision` integer NOT NULL,\n\t`metrics` text DEFAULT '{}' NOT NULL,\n\t`result` text DEFAULT '' NOT NULL,\n\t`role` text NOT NULL,\n\t`note` text DEFAULT '' NOT NULL,\n\t`created_at` text NOT NULL\n);",
      "CREATE INDEX `model_run_analysis` ON `model_run` (`analysis`,`scope`,`role`);",
      "CREATE UNIQUE INDEX `model_run_champion` ON `model_run` (`analysis`,`scope`) WHERE role = 'champion';"
    ]
  },
  {
    "tag": "0003_changes",
    "statements": [
      "CREATE TABLE `category_detail` (\n\t`ordinal` integer PRIMARY KEY NOT NULL,\n\t`level_1` text DEFAULT '' NOT NULL,\n\t`level_2` text DEFAULT '' NOT NULL,\n\t`level_3` text DEFAULT '' NOT NULL,\n\t`archived` integer DEFAULT 0 NOT NULL\n);",
      "CREATE TABLE `change` (\n\t`id` integer PRIMARY KEY NOT NULL,\n\t`group_id` integer NOT NULL,\n\t`kind` text NOT NULL,\n\t`at` text NOT NULL,\n\t`batch_id` integer,\n\t`entries` integer NOT NULL,\n\t`summary` text NOT NULL,\n\t`state` text NOT NULL\n);",
      "CREATE INDEX `change_state` ON `change` (`state`,`id`);",
      "CREATE TABLE `change_member` (\n\t`change_id` integer NOT NULL,\n\t`dimension_id` text NOT NULL,\n\t`ordinal` integer NOT NULL,\n\t`field` text NOT NULL,\n\t`before` blob,\n\t`after` blob,\n\tPRIMARY KEY(`change_id`, `dimension_id`, `ordinal`, `field`)\n);",
      "CREATE TABLE `change_row` (\n\t`change_id` integer NOT NULL,\n\t`entry_id` integer NOT NULL,\n\t`field` text NOT NULL,\n\t`before` blob,\n\t`after` blob,\n\tPRIMARY KEY(`change_id`, `field`, `entry_id`)\n);",
      "CREATE INDEX `change_row_entry` ON `change_row` (`entry_id`);",
      "CREATE TABLE `entry_part` (\n\t`entry_id` integer PRIMARY KEY NOT NULL,\n\t`parent_id` integer NOT NULL\n);",
      "CREATE INDEX `entry_part_parent` ON `entry_part` (`parent_id`);",
      "CREATE TABLE `resting_entry` (\n\t`entry_id` integer PRIMARY KEY NOT NULL,\n\t`batch_id` integer NOT NULL,\n\t`place` text NOT NULL,\n\t`fingerprint` blob NOT NULL,\n\t`at` text NOT NULL\n);",
      "CREATE INDEX `resting_entry_fingerprint` ON `resting_entry` (`fingerprint`);",
      "CREATE INDEX `resting_entry_batch` ON `resting_entry` (`batch_id`);",
      "CREATE TABLE `rule` (\n\t`id` integer PRIMARY KEY NOT NULL,\n\t`position` integer NOT NULL,\n\t`name` text NOT NULL,\n\t`active` integer NOT NULL,\n\t`json` text NOT NULL,\n\t`updated_at` text NOT NULL\n);",
      "CREATE TABLE `transfer_pair` (\n\t`entry_id` integer PRIMARY KEY NOT NULL,\n\t`other_id` integer NOT NULL\n);",
      "CREATE TABLE `transfer_refusal` (\n\t`first_id` integer NOT NULL,\n\t`second_id` integer NOT NULL,\n\tPRIMARY KEY(`first_id`, `second_id`)\n);",
      "ALTER TABLE `entry` ADD `tags` integer DEFAULT 0 NOT NULL;",
      "ALTER TABLE `trash_entry` ADD `tags` integer DEFAULT 0 NOT NULL;"
    ]
  },
  {
    "tag": "0004_medical_blazing_skull",
    "statements": [
      "CREATE TABLE `record_chunk` (\n\t`batch_id` integer NOT NULL,\n\t`sequence` integer NOT NULL,\n\t`first_line` integer NOT NULL,\n\t`data` blob NOT NULL,\n\tPRIMARY KEY(`batch_id`, `sequence`)\n);"
    ]
  },
  {
    "tag": "0005_orange_zarek",
    "statements": [
      "CREATE TABLE `batch_control` (\n\t`batch_id` integer NOT NULL,\n\t`sequence` integer NOT NULL,\n\t`json` text NOT NULL,\n\tPRIMARY KEY(`batch_id`, `sequence`)\n);",
      "CREATE TABLE `quality_result` (\n\t`run_id` integer NOT NULL,\n\t`rule_id` integer NOT NULL,\n\t`rule` text NOT NULL,\n\t`state` text NOT NULL,\n\t`unit` text NOT NULL,\n\t`checked` integer NOT NULL,\n\t`failed` integer NOT NULL,\n\t`detail` text DEFAULT '' NOT NULL,\n\tPRIMARY KEY(`run_id`, `rule_id`)\n);",
      "CREATE TABLE `quality_rule` (\n\t`id` integer PRIMARY KEY NOT NULL,\n\t`kind` text NOT NULL,\n\t`name` text NOT NULL,\n\t`parameters` text NOT NULL,\n\t`severity` text NOT NULL,\n\t`active` integer NOT NULL,\n\t`updated_at` text NOT NULL\n);",
      "CREATE TABLE `quality_run` (\n\t`id` integer PRIMARY KEY NOT NULL,\n\t`batch_id` integer,\n\t`filters` text NOT NULL,\n\t`at` text NOT NULL,\n\t`data_revision` integer NOT NULL,\n\t`entries` integer NOT NULL,\n\t`score` real\n);",
      "CREATE INDEX `quality_run_batch` ON `quality_run` (`batch_id`,`id`);",
      "CREATE TABLE `job_run` (\n\t`id` integer PRIMARY KEY NOT NULL,\n\t`job_id` integer NOT NULL,\n\t`cause` text NOT NULL,\n\t`started_at` text NOT NULL,\n\t`ended_at` text,\n\t`outcome` text NOT NULL,\n\t`attempt` integer NOT NULL,\n\t`counts` text DEFAULT '{}' NOT NULL,\n\t`message` text DEFAULT '' NOT NULL,\n\t`next_try_at` text,\n\t`seen` integer DEFAULT false NOT NULL\n);",
      "CREATE INDEX `job_run_job` ON `job_run` (`job_id`,`id`);",
      "CREATE TABLE `schedule_job` (\n\t`id` integer PRIMARY KEY NOT NULL,\n\t`name` text NOT NULL,\n\t`kind` text NOT NULL,\n\t`parameters` text NOT NULL,\n\t`cron` text NOT NULL,\n\t`active` integer NOT NULL,\n\t`created_at` text NOT NULL,\n\t`done_until` text NOT NULL\n);",
      "CREATE TABLE `watched_file` (\n\t`job_id` integer NOT NULL,\n\t`name` text NOT NULL,\n\t`bytes` integer NOT NULL,\n\t`modified_at` text NOT NULL,\n\t`sha256` text NOT NULL,\n\t`state` text NOT NULL,\n\t`message` text DEFAULT '' NOT NULL,\n\t`batch_id` integer,\n\t`at` text NOT NULL,\n\tPRIMARY KEY(`job_id`, `name`)\n);",
      "ALTER TABLE `batch` ADD `duplicate_sums` text DEFAULT '' NOT NULL;"
    ]
  },
  {
    "tag": "0006_lyrical_chat",
    "statements": [
      "ALTER TABLE `alert` ADD `dismissed_at` text;"
    ]
  },
  {
    "tag": "0007_elite_black_knight",
    "statements": [
      "CREATE TABLE `audit_event` (\n\t`id` integer PRIMARY KEY NOT NULL,\n\t`run_id` integer NOT NULL,\n\t`at` text NOT NULL,\n\t`by` text NOT NULL,\n\t`kind` text NOT NULL,\n\t`detail` text NOT NULL\n);",
      "CREATE INDEX `audit_event_run` ON `audit_event` (`run_id`);",
      "CREATE TABLE `audit_exception` (\n\t`run_id` integer NOT NULL,\n\t`sequence` integer NOT NULL,\n\t`code` text NOT NULL,\n\t`figures` text NOT NULL,\n\t`statement` text NOT NULL,\n\t`amount` text NOT NULL,\n\t`rows` integer NOT NULL,\n\t`entries` text NOT NULL,\n\t`verdict` text DEFAULT 'open' NOT NULL,\n\t`note` text DEFAULT '' NOT NULL,\n\t`decided_at` text,\n\t`decided_by` text,\n\tPRIMARY KEY(`run_id`, `sequence`)\n);",
      "CREATE INDEX `audit_exception_verdict` ON `audit_exception` (`run_id`,`verdict`);",
      "CREATE TABLE `audit_item` (\n\t`run_id` integer NOT NULL,\n\t`sequence` integer NOT NULL,\n\t`entry` text NOT NULL,\n\t`stratum` text NOT NULL,\n\t`unit` text NOT NULL,\n\t`book` text NOT NULL,\n\t`audit` text,\n\t`note` text DEFAULT '' NOT NULL,\n\tPRIMARY KEY(`run_id`, `sequence`)\n);",
      "CREATE TABLE `audit_run` (\n\t`id` integer PRIMARY KEY NOT NULL,\n\t`test` text NOT NULL,\n\t`title` text DEFAULT '' NOT NULL,\n\t`request` text NOT NULL,\n\t`columns` text NOT NULL,\n\t`filters` text NOT NULL,\n\t`data_revision` integer NOT NULL,\n\t`rows` integer NOT NULL,\n\t`sum` text NOT NULL,\n\t`unconverted` integer NOT NULL,\n\t`currency` text NOT NULL,\n\t`result` text NOT NULL,\n\t`found` integer NOT NULL,\n\t`conclusion` text DEFAULT '' NOT NULL,\n\t`created_at` text NOT NULL,\n\t`created_by` text DEFAULT '' NOT NULL,\n\t`signed_at` text,\n\t`signed_by` text\n);"
    ]
  },
  {
    "tag": "0008_robust_celestials",
    "statements": [
      "CREATE TABLE `board` (\n\t`id` integer PRIMARY KEY NOT NULL,\n\t`name` text NOT NULL,\n\t`tiles` text NOT NULL,\n\t`home` integer DEFAULT false NOT NULL,\n\t`revision` integer NOT NULL,\n\t`updated_at` text NOT NULL\n);",
      "CREATE TABLE `saved_view` (\n\t`id` integer PRIMARY KEY NOT NULL,\n\t`name` text NOT NULL,\n\t`filters` text NOT NULL,\n\t`comparison` text DEFAULT '' NOT NULL,\n\t`revision` integer NOT NULL,\n\t`updated_at` text NOT NULL\n);"
    ]
  },
  {
    "tag": "0009_shiny_stellaris",
    "statements": [
      "CREATE TABLE `closed_year` (\n\t`year` integer PRIMARY KEY NOT NULL,\n\t`first_day` integer NOT NULL,\n\t`last_day` integer NOT NULL,\n\t`closed_at` text NOT NULL,\n\t`entries` integer NOT NULL,\n\t`sums` text NOT NULL\n);",
      "CREATE TABLE `retention_rule` (\n\t`kind` text PRIMARY KEY NOT NULL,\n\t`months` integer NOT NULL\n);",
      "CREATE TABLE `audit_key` (\n\t`until_sequence` integer PRIMARY KEY NOT NULL,\n\t`key` blob NOT NULL\n);",
      "CREATE TABLE `audit_log` (\n\t`sequence` integer PRIMARY KEY NOT NULL,\n\t`at` text NOT NULL,\n\t`user` text NOT NULL,\n\t`action` text NOT NULL,\n\t`detail` text NOT NULL,\n\t`revision` integer NOT NULL,\n\t`mac` blob NOT NULL\n);",
      "CREATE TABLE `workspace_user` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`name` text NOT NULL,\n\t`role` text NOT NULL,\n\t`public_key` text DEFAULT '' NOT NULL,\n\t`created_at` text NOT NULL\n);",
      "CREATE UNIQUE INDEX `workspace_user_name_unique` ON `workspace_user` (`name`);",
      "-- The log only grows: a row that is written stays as it is.\nCREATE TRIGGER `audit_log_updated` BEFORE UPDATE ON `audit_log`\nBEGIN\n  SELECT RAISE(ABORT, 'the audit log is append-only');\nEND;",
      "CREATE TRIGGER `audit_log_deleted` BEFORE DELETE ON `audit_log`\nBEGIN\n  SELECT RAISE(ABORT, 'the audit log is append-only');\nEND;",
      "-- Whoever made the workspace: the user of its key slots so far.\nINSERT INTO `workspace_user` (`id`, `name`, `role`, `created_at`)\nVALUES ('owner', 'Owner', 'admin', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));"
    ]
  },
  {
    "tag": "0010_pretty_the_watchers",
    "statements": [
      "CREATE TABLE `report_figure` (\n\t`run_id` integer NOT NULL,\n\t`sequence` integer NOT NULL,\n\t`figure` text NOT NULL,\n\t`label` text NOT NULL,\n\t`value` text,\n\t`unit` text NOT NULL,\n\t`definition` text NOT NULL,\n\tPRIMARY KEY(`run_id`, `sequence`)\n);",
      "CREATE INDEX `report_figure_figure` ON `report_figure` (`figure`);",
      "CREATE TABLE `report_snapshot` (\n\t`run_id` integer PRIMARY KEY NOT NULL,\n\t`revision` integer NOT NULL,\n\t`as_of` text NOT NULL,\n\t`head` text NOT NULL,\n\t`data` blob NOT NULL\n);"
    ]
  },
  {
    "tag": "0011_massive_cardiac",
    "statements": [
      "CREATE TABLE `connection` (\n\t`id` integer PRIMARY KEY NOT NULL,\n\t`name` text NOT NULL,\n\t`kind` text NOT NULL,\n\t`parameters` text NOT NULL,\n\t`created_at` text NOT NULL\n);",
      "CREATE UNIQUE INDEX `connection_name_unique` ON `connection` (`name`);",
      "CREATE TABLE `source_load` (\n\t`batch_id` integer PRIMARY KEY NOT NULL,\n\t`query_id` integer NOT NULL,\n\t`connection_name` text NOT NULL,\n\t`place` text NOT NULL,\n\t`statement` text NOT NULL,\n\t`watermark` text DEFAULT '' NOT NULL,\n\t`since` text,\n\t`until` text,\n\t`key` text DEFAULT '[]' NOT NULL,\n\t`read_at` text NOT NULL\n);",
      "CREATE INDEX `source_load_query` ON `source_load` (`query_id`,`batch_id`);",
      "CREATE TABLE `source_query` (\n\t`id` integer PRIMARY KEY NOT NULL,\n\t`connection_id` integer NOT NULL,\n\t`name` text NOT NULL,\n\t`parameters` text NOT NULL,\n\t`created_at` text NOT NULL\n);",
      "CREATE INDEX `source_query_connection` ON `source_query` (`connection_id`);",
      "CREATE TABLE `source_row` (\n\t`query_id` integer NOT NULL,\n\t`key` blob NOT NULL,\n\t`row` blob NOT NULL,\n\t`batch_id` integer NOT NULL,\n\tPRIMARY KEY(`query_id`, `key`, `batch_id`)\n);"
    ]
  },
  {
    "tag": "0012_loving_stingray",
    "statements": [
      "CREATE TABLE `report` (\n\t`id` integer PRIMARY KEY NOT NULL,\n\t`name` text NOT NULL,\n\t`definition` text NOT NULL,\n\t`created_at` text NOT NULL,\n\t`changed_at` text NOT NULL\n);",
      "CREATE TABLE `report_run` (\n\t`id` integer PRIMARY KEY NOT NULL,\n\t`report_id` integer,\n\t`name` text NOT NULL,\n\t`template` text NOT NULL,\n\t`format` text NOT NULL,\n\t`from_day` text NOT NULL,\n\t`to_day` text NOT NULL,\n\t`data_revision` integer NOT NULL,\n\t`sha256` text NOT NULL,\n\t`bytes` integer NOT NULL,\n\t`pages` integer,\n\t`definition` text NOT NULL,\n\t`figure_count` integer NOT NULL,\n\t`made_at` text NOT NULL\n);",
      "CREATE INDEX `report_run_report` ON `report_run` (`report_id`,`made_at`);"
    ]
  },
  {
    "tag": "0013_steep_lenny_balinger",
    "statements": [
      "CREATE TABLE `chat_message` (\n\t`id` integer PRIMARY KEY NOT NULL,\n\t`room_id` integer NOT NULL,\n\t`at` text NOT NULL,\n\t`question` text NOT NULL,\n\t`reply` text NOT NULL,\n\t`data_revision` integer NOT NULL\n);",
      "CREATE INDEX `chat_message_room` ON `chat_message` (`room_id`,`id`);",
      "CREATE TABLE `chat_room` (\n\t`id` integer PRIMARY KEY NOT NULL,\n\t`name` text NOT NULL,\n\t`created_at` text NOT NULL,\n\t`updated_at` text NOT NULL\n);",
      "CREATE TABLE `model_request` (\n\t`id` integer PRIMARY KEY NOT NULL,\n\t`at` text NOT NULL,\n\t`endpoint` text NOT NULL,\n\t`model` text NOT NULL,\n\t`sent` text NOT NULL,\n\t`received` text NOT NULL,\n\t`outcome` text NOT NULL\n);"
    ]
  },
  {
    "tag": "0014_dapper_ben_urich",
    "statements": [
      "CREATE TABLE `attachment` (\n\t`id` integer PRIMARY KEY NOT NULL,\n\t`sha256` text NOT NULL,\n\t`bytes` integer NOT NULL,\n\t`packed` integer NOT NULL,\n\t`data` blob NOT NULL\n);",
      "CREATE UNIQUE INDEX `attachment_sha256_unique` ON `attachment` (`sha256`);",
      "CREATE TABLE `entry_attachment` (\n\t`entry_id` integer NOT NULL,\n\t`attachment_id` integer NOT NULL,\n\t`name` text NOT NULL,\n\t`added_at` text NOT NULL,\n\t`shown` integer NOT NULL,\n\tPRIMARY KEY(`entry_id`, `attachment_id`)\n);",
      "CREATE INDEX `entry_attachment_file` ON `entry_attachment` (`attachment_id`);",
      "CREATE TABLE `indicator` (\n\t`id` integer PRIMARY KEY NOT NULL,\n\t`name` text NOT NULL,\n\t`source` text NOT NULL,\n\t`updated_at` text NOT NULL\n);",
      "CREATE UNIQUE INDEX `indicator_name_unique` ON `indicator` (`name`);",
      "CREATE TABLE `indicator_value` (\n\t`indicator_id` integer NOT NULL,\n\t`day` integer NOT NULL,\n\t`value` text NOT NULL,\n\tPRIMARY KEY(`indicator_id`, `day`)\n);"
    ]
  },
  {
    "tag": "0015_free_prowler",
    "statements": [
      "CREATE TABLE `variance_comment` (\n\t`id` integer PRIMARY KEY NOT NULL,\n\t`scenario` text NOT NULL,\n\t`from_day` text NOT NULL,\n\t`to_day` text NOT NULL,\n\t`subject` text NOT NULL,\n\t`text` text NOT NULL,\n\t`written_by` text NOT NULL,\n\t`written_at` text NOT NULL,\n\t`changed_by` text NOT NULL,\n\t`changed_at` text NOT NULL\n);",
      "CREATE UNIQUE INDEX `variance_comment_subject` ON `variance_comment` (`scenario`,`from_day`,`to_day`,`subject`);"
    ]
  },
  {
    "tag": "0016_reflective_tarantula",
    "statements": [
      "ALTER TABLE `attachment` DROP COLUMN `packed`;"
    ]
  }
]
