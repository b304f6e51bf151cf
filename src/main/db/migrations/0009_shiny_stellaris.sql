CREATE TABLE `closed_year` (
	`year` integer PRIMARY KEY NOT NULL,
	`first_day` integer NOT NULL,
	`last_day` integer NOT NULL,
	`closed_at` text NOT NULL,
	`entries` integer NOT NULL,
	`sums` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `retention_rule` (
	`kind` text PRIMARY KEY NOT NULL,
	`months` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `audit_key` (
	`until_sequence` integer PRIMARY KEY NOT NULL,
	`key` blob NOT NULL
);
--> statement-breakpoint
CREATE TABLE `audit_log` (
	`sequence` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`user` text NOT NULL,
	`action` text NOT NULL,
	`detail` text NOT NULL,
	`revision` integer NOT NULL,
	`mac` blob NOT NULL
);
--> statement-breakpoint
CREATE TABLE `workspace_user` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`public_key` text DEFAULT '' NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `workspace_user_name_unique` ON `workspace_user` (`name`);
--> statement-breakpoint
-- The log only grows: a row that is written stays as it is.
CREATE TRIGGER `audit_log_updated` BEFORE UPDATE ON `audit_log`
BEGIN
  SELECT RAISE(ABORT, 'the audit log is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_log_deleted` BEFORE DELETE ON `audit_log`
BEGIN
  SELECT RAISE(ABORT, 'the audit log is append-only');
END;
--> statement-breakpoint
-- Whoever made the workspace: the user of its key slots so far.
INSERT INTO `workspace_user` (`id`, `name`, `role`, `created_at`)
VALUES ('owner', 'Owner', 'admin', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
