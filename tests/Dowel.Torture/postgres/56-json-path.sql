create table t (j jsonb);
insert into t values ('{"items": [{"price": 1, "name": "a;b"}, {"price": 20, "name": "it''s"}]}');
create view v as
select jsonb_path_query(j, '$.items[*] ? (@.price > 10 && @.name like_regex "^it;?")') as q,
  jsonb_path_exists(j, '$.items[*].name ? (@ starts with $x)', '{"x": "a;"}') as e
from t;
