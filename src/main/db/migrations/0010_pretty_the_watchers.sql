CREATE TABLE `report_figure` (
	`run_id` integer NOT NULL,
	`sequence` integer NOT NULL,
	`figure` text NOT NULL,
	`label` text NOT NULL,
	`value` text,
	`unit` text NOT NULL,
	`definition` text NOT NULL,
	PRIMARY KEY(`run_id`, `sequence`)
);
--> statement-breakpoint
CREATE INDEX `report_figure_figure` ON `report_figure` (`figure`);--> statement-breakpoint
CREATE TABLE `report_snapshot` (
	`run_id` integer PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`as_of` text NOT NULL,
	`head` text NOT NULL,
	`data` blob NOT NULL
);
