CREATE TABLE `chat_message` (
	`id` integer PRIMARY KEY NOT NULL,
	`room_id` integer NOT NULL,
	`at` text NOT NULL,
	`question` text NOT NULL,
	`reply` text NOT NULL,
	`data_revision` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `chat_message_room` ON `chat_message` (`room_id`,`id`);--> statement-breakpoint
CREATE TABLE `chat_room` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `model_request` (
	`id` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`endpoint` text NOT NULL,
	`model` text NOT NULL,
	`sent` text NOT NULL,
	`received` text NOT NULL,
	`outcome` text NOT NULL
);
