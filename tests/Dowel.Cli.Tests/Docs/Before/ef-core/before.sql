CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);
CREATE TABLE "notes" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_notes" PRIMARY KEY AUTOINCREMENT,
    "Body" TEXT NOT NULL
);
CREATE TABLE "tags" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_tags" PRIMARY KEY AUTOINCREMENT,
    "NoteId" INTEGER NOT NULL,
    "Text" TEXT NOT NULL,
    CONSTRAINT "FK_tags_notes_NoteId" FOREIGN KEY ("NoteId") REFERENCES "notes" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_tags_NoteId" ON "tags" ("NoteId");
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20250301095500_CreateNotes', '10.0.0');
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20250614080000_AddTags', '10.0.0');
INSERT INTO "notes" ("Body") VALUES ('first');
INSERT INTO "tags" ("NoteId", "Text") VALUES (1, 'new');
