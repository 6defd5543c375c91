create table t (v text);
insert into t values (repeat(';', 100000)), ($long_tag_name_that_goes_on_and_on_and_on_and_on_and_on_and_on_and_on_and_on_and_on$;$long_tag_name$;$long_tag_name_that_goes_on_and_on_and_on_and_on_and_on_and_on_and_on_and_on_and_on$);
insert into t values ('🎉; ü 日本 ''''' || '𝒳;'); insert into t values (U&'\+01F389;');
create table "🎉;" ("𝒳" int); insert into "🎉;" values (1);
