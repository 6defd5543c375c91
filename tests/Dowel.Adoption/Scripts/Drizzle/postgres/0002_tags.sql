CREATE TABLE "tags" (
	"note" integer NOT NULL,
	"tag" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "tags" ADD CONSTRAINT "tags_note_notes_id_fk" FOREIGN KEY ("note") REFERENCES "public"."notes"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
insert into "tags" values (1, 'new');
