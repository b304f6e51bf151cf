CREATE TABLE `alert` (
	`id` integer PRIMARY KEY NOT NULL,
	`rule_id` integer NOT NULL,
	`subject` text NOT NULL,
	`code` text NOT NULL,
	`figures` text DEFAULT '{}' NOT NULL,
	`statement` text NOT NULL,
	`severity` text NOT NULL,
	`filters` text DEFAULT '' NOT NULL,
	`raised_at` text NOT NULL,
	`read_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `alert_subject` ON `alert` (`rule_id`,`subject`);--> statement-breakpoint
CREATE INDEX `alert_read` ON `alert` (`read_at`,`raised_at`);--> statement-breakpoint
CREATE TABLE `alert_rule` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`parameters` text NOT NULL,
	`enabled` integer DEFAULT true NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `finding_verdict` (
	`analysis` text NOT NULL,
	`subject` text NOT NULL,
	`verdict` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`method` text DEFAULT '' NOT NULL,
	`score` real,
	`decided_at` text NOT NULL,
	PRIMARY KEY(`analysis`, `subject`)
);
--> statement-breakpoint
CREATE TABLE `model_run` (
	`id` integer PRIMARY KEY NOT NULL,
	`analysis` text NOT NULL,
	`scope` text DEFAULT '' NOT NULL,
	`method` text NOT NULL,
	`parameters` text NOT NULL,
	`seed` integer NOT NULL,
	`data_revision` integer NOT NULL,
	`metrics` text DEFAULT '{}' NOT NULL,
	`result` text DEFAULT '' NOT NULL,
	`role` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `model_run_analysis` ON `model_run` (`analysis`,`scope`,`role`);--> statement-breakpoint
CREATE UNIQUE INDEX `model_run_champion` ON `model_run` (`analysis`,`scope`) WHERE role = 'champion';