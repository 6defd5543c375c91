CREATE TABLE IF NOT EXISTS "__drizzle_migrations" (
    id SERIAL PRIMARY KEY,
    hash text NOT NULL,
    created_at numeric
);
insert into "__drizzle_migrations" ("hash", "created_at") values
    ('4c4bedb034020651b127a3a93be829299757a761853b348288c39c3f69e1dfb0', 1795268520322),
    ('fe2c1ddc2d5e4b73fae08c3b1e64dce73301f7e50072804f0daa8bdc8c3e8efd', 1795268522697),
    ('3d073fa82912dedf0db1c737eb681178edf8979951fd0548aca4f10faeb7710e', 1795268525125);
CREATE TABLE `notes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`body` text NOT NULL
);
insert into `notes` (`body`) values ('first');
CREATE TABLE `tags` (
	`note` integer NOT NULL,
	`tag` text NOT NULL,
	FOREIGN KEY (`note`) REFERENCES `notes`(`id`) ON UPDATE no action ON DELETE no action
);
insert into `tags` values (1, 'new');
