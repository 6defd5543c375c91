pragma user_version = 42;
pragma application_id = 0x1234;
create table seen (name text, value int);
insert into seen select 'user_version', user_version from pragma_user_version;
insert into seen select 'application_id', application_id from pragma_application_id;
pragma main.user_version(43);
insert into seen select 'user_version', user_version from pragma_user_version;
