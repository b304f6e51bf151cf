CREATE TABLE `board` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`tiles` text NOT NULL,
	`home` integer DEFAULT false NOT NULL,
	`revision` integer NOT NULL,
	`updated_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `saved_view` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`filters` text NOT NULL,
	`comparison` text DEFAULT '' NOT NULL,
	`revision` integer NOT NULL,
	`updated_at` text NOT NULL
);
