CREATE TABLE `record_chunk` (
	`batch_id` integer NOT NULL,
	`sequence` integer NOT NULL,
	`first_line` integer NOT NULL,
	`data` blob NOT NULL,
	PRIMARY KEY(`batch_id`, `sequence`)
);
