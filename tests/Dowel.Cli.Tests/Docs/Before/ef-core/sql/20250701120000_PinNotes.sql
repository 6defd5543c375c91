ALTER TABLE "notes" ADD "PinnedAt" TEXT NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20250701120000_PinNotes', '10.0.0');

