CREATE TABLE `batch_control` (
	`batch_id` integer NOT NULL,
	`sequence` integer NOT NULL,
	`json` text NOT NULL,
	PRIMARY KEY(`batch_id`, `sequence`)
);
--> statement-breakpoint
CREATE TABLE `quality_result` (
	`run_id` integer NOT NULL,
	`rule_id` integer NOT NULL,
	`rule` text NOT NULL,
	`state` text NOT NULL,
	`unit` text NOT NULL,
	`checked` integer NOT NULL,
	`failed` integer NOT NULL,
	`detail` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`run_id`, `rule_id`)
);
--> statement-breakpoint
CREATE TABLE `quality_rule` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`parameters` text NOT NULL,
	`severity` text NOT NULL,
	`active` integer NOT NULL,
	`updated_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `quality_run` (
	`id` integer PRIMARY KEY NOT NULL,
	`batch_id` integer,
	`filters` text NOT NULL,
	`at` text NOT NULL,
	`data_revision` integer NOT NULL,
	`entries` integer NOT NULL,
	`score` real
);
--> statement-breakpoint
CREATE INDEX `quality_run_batch` ON `quality_run` (`batch_id`,`id`);--> statement-breakpoint
CREATE TABLE `job_run` (
	`id` integer PRIMARY KEY NOT NULL,
	`job_id` integer NOT NULL,
	`cause` text NOT NULL,
	`started_at` text NOT NULL,
	`ended_at` text,
	`outcome` text NOT NULL,
	`attempt` integer NOT NULL,
	`counts` text DEFAULT '{}' NOT NULL,
	`message` text DEFAULT '' NOT NULL,
	`next_try_at` text,
	`seen` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE INDEX `job_run_job` ON `job_run` (`job_id`,`id`);--> statement-breakpoint
CREATE TABLE `schedule_job` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`parameters` text NOT NULL,
	`cron` text NOT NULL,
	`active` integer NOT NULL,
	`created_at` text NOT NULL,
	`done_until` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `watched_file` (
	`job_id` integer NOT NULL,
	`name` text NOT NULL,
	`bytes` integer NOT NULL,
	`modified_at` text NOT NULL,
	`sha256` text NOT NULL,
	`state` text NOT NULL,
	`message` text DEFAULT '' NOT NULL,
	`batch_id` integer,
	`at` text NOT NULL,
	PRIMARY KEY(`job_id`, `name`)
);
--> statement-breakpoint
ALTER TABLE `batch` ADD `duplicate_sums` text DEFAULT '' NOT NULL;