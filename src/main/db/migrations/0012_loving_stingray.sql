CREATE TABLE `report` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`definition` text NOT NULL,
	`created_at` text NOT NULL,
	`changed_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `report_run` (
	`id` integer PRIMARY KEY NOT NULL,
	`report_id` integer,
	`name` text NOT NULL,
	`template` text NOT NULL,
	`format` text NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL,
	`data_revision` integer NOT NULL,
	`sha256` text NOT NULL,
	`bytes` integer NOT NULL,
	`pages` integer,
	`definition` text NOT NULL,
	`figure_count` integer NOT NULL,
	`made_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `report_run_report` ON `report_run` (`report_id`,`made_at`);