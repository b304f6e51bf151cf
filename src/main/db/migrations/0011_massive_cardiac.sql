CREATE TABLE `connection` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`parameters` text NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `connection_name_unique` ON `connection` (`name`);--> statement-breakpoint
CREATE TABLE `source_load` (
	`batch_id` integer PRIMARY KEY NOT NULL,
	`query_id` integer NOT NULL,
	`connection_name` text NOT NULL,
	`place` text NOT NULL,
	`statement` text NOT NULL,
	`watermark` text DEFAULT '' NOT NULL,
	`since` text,
	`until` text,
	`key` text DEFAULT '[]' NOT NULL,
	`read_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `source_load_query` ON `source_load` (`query_id`,`batch_id`);--> statement-breakpoint
CREATE TABLE `source_query` (
	`id` integer PRIMARY KEY NOT NULL,
	`connection_id` integer NOT NULL,
	`name` text NOT NULL,
	`parameters` text NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `source_query_connection` ON `source_query` (`connection_id`);--> statement-breakpoint
CREATE TABLE `source_row` (
	`query_id` integer NOT NULL,
	`key` blob NOT NULL,
	`row` blob NOT NULL,
	`batch_id` integer NOT NULL,
	PRIMARY KEY(`query_id`, `key`, `batch_id`)
);
