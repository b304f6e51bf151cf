CREATE TABLE `account_detail` (
	`ordinal` integer PRIMARY KEY NOT NULL,
	`type` text DEFAULT '' NOT NULL,
	`level_1` text DEFAULT '' NOT NULL,
	`level_2` text DEFAULT '' NOT NULL,
	`level_3` text DEFAULT '' NOT NULL,
	`level_4` text DEFAULT '' NOT NULL,
	`level_5` text DEFAULT '' NOT NULL,
	`level_6` text DEFAULT '' NOT NULL,
	`level_7` text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE `batch` (
	`id` integer PRIMARY KEY NOT NULL,
	`file_id` integer NOT NULL,
	`file_name` text NOT NULL,
	`format` text NOT NULL,
	`mapping_id` integer NOT NULL,
	`loaded_at` text NOT NULL,
	`read` integer NOT NULL,
	`loaded` integer NOT NULL,
	`duplicate` integer NOT NULL,
	`rejected` integer NOT NULL,
	`ignored` integer NOT NULL,
	`sums` text NOT NULL,
	`from_day` integer,
	`to_day` integer,
	`fingerprint_version` integer NOT NULL,
	`undone_at` text
);
--> statement-breakpoint
CREATE TABLE `dimension` (
	`id` text PRIMARY KEY NOT NULL,
	`label` text NOT NULL,
	`kind` text NOT NULL,
	`column_name` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `dimension_column_name_unique` ON `dimension` (`column_name`);--> statement-breakpoint
CREATE TABLE `entry` (
	`id` integer PRIMARY KEY NOT NULL,
	`batch_id` integer NOT NULL,
	`line` integer NOT NULL,
	`day` integer NOT NULL,
	`posting_period` integer DEFAULT 0 NOT NULL,
	`amount` integer NOT NULL,
	`base_amount` integer,
	`fingerprint` blob NOT NULL,
	`account` integer DEFAULT 0 NOT NULL,
	`category` integer DEFAULT 0 NOT NULL,
	`payee` integer DEFAULT 0 NOT NULL,
	`cost_centre` integer DEFAULT 0 NOT NULL,
	`department` integer DEFAULT 0 NOT NULL,
	`directorate` integer DEFAULT 0 NOT NULL,
	`entity` integer DEFAULT 0 NOT NULL,
	`region` integer DEFAULT 0 NOT NULL,
	`profit_centre` integer DEFAULT 0 NOT NULL,
	`functional_area` integer DEFAULT 0 NOT NULL,
	`company` integer DEFAULT 0 NOT NULL,
	`ledger` integer DEFAULT 0 NOT NULL,
	`fund` integer DEFAULT 0 NOT NULL,
	`business_unit` integer DEFAULT 0 NOT NULL,
	`project` integer DEFAULT 0 NOT NULL,
	`document_type` integer DEFAULT 0 NOT NULL,
	`scenario` integer DEFAULT 0 NOT NULL,
	`status` integer DEFAULT 0 NOT NULL,
	`flow` integer DEFAULT 0 NOT NULL,
	`currency` integer DEFAULT 0 NOT NULL,
	`user` integer DEFAULT 0 NOT NULL,
	`custom_1` integer DEFAULT 0 NOT NULL,
	`custom_2` integer DEFAULT 0 NOT NULL,
	`custom_3` integer DEFAULT 0 NOT NULL,
	`custom_4` integer DEFAULT 0 NOT NULL,
	`custom_5` integer DEFAULT 0 NOT NULL,
	`custom_6` integer DEFAULT 0 NOT NULL,
	`custom_7` integer DEFAULT 0 NOT NULL,
	`custom_8` integer DEFAULT 0 NOT NULL,
	`custom_9` integer DEFAULT 0 NOT NULL,
	`custom_10` integer DEFAULT 0 NOT NULL,
	`custom_11` integer DEFAULT 0 NOT NULL,
	`custom_12` integer DEFAULT 0 NOT NULL,
	`custom_13` integer DEFAULT 0 NOT NULL,
	`custom_14` integer DEFAULT 0 NOT NULL,
	`custom_15` integer DEFAULT 0 NOT NULL,
	`custom_16` integer DEFAULT 0 NOT NULL,
	`custom_17` integer DEFAULT 0 NOT NULL,
	`custom_18` integer DEFAULT 0 NOT NULL,
	`custom_19` integer DEFAULT 0 NOT NULL,
	`custom_20` integer DEFAULT 0 NOT NULL,
	`custom_21` integer DEFAULT 0 NOT NULL,
	`custom_22` integer DEFAULT 0 NOT NULL,
	`custom_23` integer DEFAULT 0 NOT NULL,
	`custom_24` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `entry_fingerprint` ON `entry` (`fingerprint`);--> statement-breakpoint
CREATE INDEX `entry_day` ON `entry` (`day`);--> statement-breakpoint
CREATE INDEX `entry_batch` ON `entry` (`batch_id`);--> statement-breakpoint
CREATE INDEX `entry_unconverted` ON `entry` (`id`) WHERE base_amount IS NULL;--> statement-breakpoint
CREATE TABLE `entry_text` (
	`entry_id` integer PRIMARY KEY NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`reference` text DEFAULT '' NOT NULL,
	`document` text DEFAULT '' NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`extra` text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE INDEX `entry_text_document` ON `entry_text` (`document`) WHERE document <> '';--> statement-breakpoint
CREATE TABLE `mapping` (
	`id` integer PRIMARY KEY NOT NULL,
	`shape` text NOT NULL,
	`version` integer NOT NULL,
	`json` text NOT NULL,
	`used_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mapping_shape_version` ON `mapping` (`shape`,`version`);--> statement-breakpoint
CREATE TABLE `member` (
	`dimension_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`key` text NOT NULL,
	`label` text NOT NULL,
	PRIMARY KEY(`dimension_id`, `ordinal`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `member_key` ON `member` (`dimension_id`,`key`);--> statement-breakpoint
CREATE TABLE `rate` (
	`currency` text NOT NULL,
	`day` integer NOT NULL,
	`rate` text NOT NULL,
	`source` text NOT NULL,
	PRIMARY KEY(`currency`, `day`)
);
--> statement-breakpoint
CREATE TABLE `segment` (
	`batch_id` integer NOT NULL,
	`sequence` integer NOT NULL,
	`column_name` text NOT NULL,
	`rows` integer NOT NULL,
	`encoding` text NOT NULL,
	`data` blob NOT NULL,
	PRIMARY KEY(`batch_id`, `sequence`, `column_name`)
);
--> statement-breakpoint
CREATE TABLE `source_chunk` (
	`file_id` integer NOT NULL,
	`sequence` integer NOT NULL,
	`first_line` integer NOT NULL,
	`first_byte` integer NOT NULL,
	`data` blob NOT NULL,
	PRIMARY KEY(`file_id`, `sequence`)
);
--> statement-breakpoint
CREATE TABLE `source_file` (
	`id` integer PRIMARY KEY NOT NULL,
	`sha256` text NOT NULL,
	`name` text NOT NULL,
	`bytes` integer NOT NULL,
	`kept` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `source_file_sha256_unique` ON `source_file` (`sha256`);--> statement-breakpoint
CREATE TABLE `trash_entry` (
	`id` integer PRIMARY KEY NOT NULL,
	`batch_id` integer NOT NULL,
	`line` integer NOT NULL,
	`day` integer NOT NULL,
	`posting_period` integer DEFAULT 0 NOT NULL,
	`amount` integer NOT NULL,
	`base_amount` integer,
	`fingerprint` blob NOT NULL,
	`account` integer DEFAULT 0 NOT NULL,
	`category` integer DEFAULT 0 NOT NULL,
	`payee` integer DEFAULT 0 NOT NULL,
	`cost_centre` integer DEFAULT 0 NOT NULL,
	`department` integer DEFAULT 0 NOT NULL,
	`directorate` integer DEFAULT 0 NOT NULL,
	`entity` integer DEFAULT 0 NOT NULL,
	`region` integer DEFAULT 0 NOT NULL,
	`profit_centre` integer DEFAULT 0 NOT NULL,
	`functional_area` integer DEFAULT 0 NOT NULL,
	`company` integer DEFAULT 0 NOT NULL,
	`ledger` integer DEFAULT 0 NOT NULL,
	`fund` integer DEFAULT 0 NOT NULL,
	`business_unit` integer DEFAULT 0 NOT NULL,
	`project` integer DEFAULT 0 NOT NULL,
	`document_type` integer DEFAULT 0 NOT NULL,
	`scenario` integer DEFAULT 0 NOT NULL,
	`status` integer DEFAULT 0 NOT NULL,
	`flow` integer DEFAULT 0 NOT NULL,
	`currency` integer DEFAULT 0 NOT NULL,
	`user` integer DEFAULT 0 NOT NULL,
	`custom_1` integer DEFAULT 0 NOT NULL,
	`custom_2` integer DEFAULT 0 NOT NULL,
	`custom_3` integer DEFAULT 0 NOT NULL,
	`custom_4` integer DEFAULT 0 NOT NULL,
	`custom_5` integer DEFAULT 0 NOT NULL,
	`custom_6` integer DEFAULT 0 NOT NULL,
	`custom_7` integer DEFAULT 0 NOT NULL,
	`custom_8` integer DEFAULT 0 NOT NULL,
	`custom_9` integer DEFAULT 0 NOT NULL,
	`custom_10` integer DEFAULT 0 NOT NULL,
	`custom_11` integer DEFAULT 0 NOT NULL,
	`custom_12` integer DEFAULT 0 NOT NULL,
	`custom_13` integer DEFAULT 0 NOT NULL,
	`custom_14` integer DEFAULT 0 NOT NULL,
	`custom_15` integer DEFAULT 0 NOT NULL,
	`custom_16` integer DEFAULT 0 NOT NULL,
	`custom_17` integer DEFAULT 0 NOT NULL,
	`custom_18` integer DEFAULT 0 NOT NULL,
	`custom_19` integer DEFAULT 0 NOT NULL,
	`custom_20` integer DEFAULT 0 NOT NULL,
	`custom_21` integer DEFAULT 0 NOT NULL,
	`custom_22` integer DEFAULT 0 NOT NULL,
	`custom_23` integer DEFAULT 0 NOT NULL,
	`custom_24` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `trash_entry_batch` ON `trash_entry` (`batch_id`);--> statement-breakpoint
CREATE TABLE `trash_entry_text` (
	`entry_id` integer PRIMARY KEY NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`reference` text DEFAULT '' NOT NULL,
	`document` text DEFAULT '' NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`extra` text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE `unloaded_row` (
	`id` integer PRIMARY KEY NOT NULL,
	`batch_id` integer NOT NULL,
	`line` integer NOT NULL,
	`outcome` text NOT NULL,
	`code` text NOT NULL,
	`reason` text NOT NULL,
	`column_name` text DEFAULT '' NOT NULL,
	`raw` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `unloaded_row_batch` ON `unloaded_row` (`batch_id`,`outcome`,`line`);--> statement-breakpoint
CREATE TABLE `workspace_meta` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
