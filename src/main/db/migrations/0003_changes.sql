CREATE TABLE `category_detail` (
	`ordinal` integer PRIMARY KEY NOT NULL,
	`level_1` text DEFAULT '' NOT NULL,
	`level_2` text DEFAULT '' NOT NULL,
	`level_3` text DEFAULT '' NOT NULL,
	`archived` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `change` (
	`id` integer PRIMARY KEY NOT NULL,
	`group_id` integer NOT NULL,
	`kind` text NOT NULL,
	`at` text NOT NULL,
	`batch_id` integer,
	`entries` integer NOT NULL,
	`summary` text NOT NULL,
	`state` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `change_state` ON `change` (`state`,`id`);--> statement-breakpoint
CREATE TABLE `change_member` (
	`change_id` integer NOT NULL,
	`dimension_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`field` text NOT NULL,
	`before` blob,
	`after` blob,
	PRIMARY KEY(`change_id`, `dimension_id`, `ordinal`, `field`)
);
--> statement-breakpoint
CREATE TABLE `change_row` (
	`change_id` integer NOT NULL,
	`entry_id` integer NOT NULL,
	`field` text NOT NULL,
	`before` blob,
	`after` blob,
	PRIMARY KEY(`change_id`, `field`, `entry_id`)
);
--> statement-breakpoint
CREATE INDEX `change_row_entry` ON `change_row` (`entry_id`);--> statement-breakpoint
CREATE TABLE `entry_part` (
	`entry_id` integer PRIMARY KEY NOT NULL,
	`parent_id` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `entry_part_parent` ON `entry_part` (`parent_id`);--> statement-breakpoint
CREATE TABLE `resting_entry` (
	`entry_id` integer PRIMARY KEY NOT NULL,
	`batch_id` integer NOT NULL,
	`place` text NOT NULL,
	`fingerprint` blob NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `resting_entry_fingerprint` ON `resting_entry` (`fingerprint`);--> statement-breakpoint
CREATE INDEX `resting_entry_batch` ON `resting_entry` (`batch_id`);--> statement-breakpoint
CREATE TABLE `rule` (
	`id` integer PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`active` integer NOT NULL,
	`json` text NOT NULL,
	`updated_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `transfer_pair` (
	`entry_id` integer PRIMARY KEY NOT NULL,
	`other_id` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `transfer_refusal` (
	`first_id` integer NOT NULL,
	`second_id` integer NOT NULL,
	PRIMARY KEY(`first_id`, `second_id`)
);
--> statement-breakpoint
ALTER TABLE `entry` ADD `tags` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `trash_entry` ADD `tags` integer DEFAULT 0 NOT NULL;