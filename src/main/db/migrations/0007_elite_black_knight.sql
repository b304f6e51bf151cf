CREATE TABLE `audit_event` (
	`id` integer PRIMARY KEY NOT NULL,
	`run_id` integer NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	`kind` text NOT NULL,
	`detail` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_event_run` ON `audit_event` (`run_id`);--> statement-breakpoint
CREATE TABLE `audit_exception` (
	`run_id` integer NOT NULL,
	`sequence` integer NOT NULL,
	`code` text NOT NULL,
	`figures` text NOT NULL,
	`statement` text NOT NULL,
	`amount` text NOT NULL,
	`rows` integer NOT NULL,
	`entries` text NOT NULL,
	`verdict` text DEFAULT 'open' NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`decided_at` text,
	`decided_by` text,
	PRIMARY KEY(`run_id`, `sequence`)
);
--> statement-breakpoint
CREATE INDEX `audit_exception_verdict` ON `audit_exception` (`run_id`,`verdict`);--> statement-breakpoint
CREATE TABLE `audit_item` (
	`run_id` integer NOT NULL,
	`sequence` integer NOT NULL,
	`entry` text NOT NULL,
	`stratum` text NOT NULL,
	`unit` text NOT NULL,
	`book` text NOT NULL,
	`audit` text,
	`note` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`run_id`, `sequence`)
);
--> statement-breakpoint
CREATE TABLE `audit_run` (
	`id` integer PRIMARY KEY NOT NULL,
	`test` text NOT NULL,
	`title` text DEFAULT '' NOT NULL,
	`request` text NOT NULL,
	`columns` text NOT NULL,
	`filters` text NOT NULL,
	`data_revision` integer NOT NULL,
	`rows` integer NOT NULL,
	`sum` text NOT NULL,
	`unconverted` integer NOT NULL,
	`currency` text NOT NULL,
	`result` text NOT NULL,
	`found` integer NOT NULL,
	`conclusion` text DEFAULT '' NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text DEFAULT '' NOT NULL,
	`signed_at` text,
	`signed_by` text
);
