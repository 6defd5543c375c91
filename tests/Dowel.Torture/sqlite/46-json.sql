create table j (doc text check (json_valid(doc)));
insert into j values ('{"a": [1, 2, {"b;": "c''d"}]}'), ('"\";"');
create index j_a on j (doc ->> '$.a[0]');
create table k as select doc -> '$.a' as a, doc->>'$.a[2]."b;"' as b from j where json_type(doc) = 'object';
