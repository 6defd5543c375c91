drop table if exists email_verifications;
