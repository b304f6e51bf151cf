CREATE TABLE `attachment` (
	`id` integer PRIMARY KEY NOT NULL,
	`sha256` text NOT NULL,
	`bytes` integer NOT NULL,
	`packed` integer NOT NULL,
	`data` blob NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `attachment_sha256_unique` ON `attachment` (`sha256`);--> statement-breakpoint
CREATE TABLE `entry_attachment` (
	`entry_id` integer NOT NULL,
	`attachment_id` integer NOT NULL,
	`name` text NOT NULL,
	`added_at` text NOT NULL,
	`shown` integer NOT NULL,
	PRIMARY KEY(`entry_id`, `attachment_id`)
);
--> statement-breakpoint
CREATE INDEX `entry_attachment_file` ON `entry_attachment` (`attachment_id`);--> statement-breakpoint
CREATE TABLE `indicator` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`source` text NOT NULL,
	`updated_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `indicator_name_unique` ON `indicator` (`name`);--> statement-breakpoint
CREATE TABLE `indicator_value` (
	`indicator_id` integer NOT NULL,
	`day` integer NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`indicator_id`, `day`)
);
