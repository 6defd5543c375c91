CREATE TABLE `tags` (
	`note` integer NOT NULL,
	`tag` text NOT NULL,
	FOREIGN KEY (`note`) REFERENCES `notes`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
insert into `tags` values (1, 'new');
