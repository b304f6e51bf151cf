CREATE TABLE `variance_comment` (
	`id` integer PRIMARY KEY NOT NULL,
	`scenario` text NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`written_by` text NOT NULL,
	`written_at` text NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `variance_comment_subject` ON `variance_comment` (`scenario`,`from_day`,`to_day`,`subject`);