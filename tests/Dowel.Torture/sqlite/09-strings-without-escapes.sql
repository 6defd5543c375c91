create table t (a text);
insert into t values ('backslash \'), ('it''s; here'), (''''), (''''';'''''), ('-- no comment'), ('/* nor this'), ('$$'), ('two
lines;
three'), ('$tag$ ; $tag$'), ('e\n');
