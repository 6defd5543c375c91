--
-- PostgreSQL database dump
--

\restrict DowelTorture83

-- Dumped from database version 15.18
-- Dumped by pg_dump version 15.18

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

DROP POLICY IF EXISTS p ON shop.items;
ALTER TABLE IF EXISTS ONLY shop."order;s" DROP CONSTRAINT IF EXISTS "order;s_item_fkey";
DROP TRIGGER IF EXISTS note ON shop."order;s";
DROP RULE IF EXISTS gone ON shop.open;
DROP INDEX IF EXISTS shop.items_tags_idx;
DROP INDEX IF EXISTS shop.items_lower_idx;
ALTER TABLE IF EXISTS ONLY shop."order;s" DROP CONSTRAINT IF EXISTS "order;s_pkey";
ALTER TABLE IF EXISTS ONLY shop.items DROP CONSTRAINT IF EXISTS items_pkey;
DROP MATERIALIZED VIEW IF EXISTS shop.sums;
DROP TABLE IF EXISTS shop."order;s";
DROP VIEW IF EXISTS shop.open;
DROP SEQUENCE IF EXISTS shop.numbers;
DROP FUNCTION IF EXISTS shop.total();
DROP TABLE IF EXISTS shop.items;
DROP FUNCTION IF EXISTS shop.note();
DROP TYPE IF EXISTS shop.state;
DROP SCHEMA IF EXISTS shop;
--
-- Name: shop; Type: SCHEMA; Schema: -; Owner: postgres
--

CREATE SCHEMA shop;


ALTER SCHEMA shop OWNER TO postgres;

--
-- Name: state; Type: TYPE; Schema: shop; Owner: postgres
--

CREATE TYPE shop.state AS ENUM (
    'new;',
    'it''s done'
);


ALTER TYPE shop.state OWNER TO postgres;

--
-- Name: note(); Type: FUNCTION; Schema: shop; Owner: postgres
--

CREATE FUNCTION shop.note() RETURNS trigger
    LANGUAGE plpgsql
    AS $_$ begin new.note := new.note || ';'; if $$a;$$ = 'a;' then return new; end if; return null; end; $_$;


ALTER FUNCTION shop.note() OWNER TO postgres;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: items; Type: TABLE; Schema: shop; Owner: postgres
--

CREATE TABLE shop.items (
    id bigint NOT NULL,
    name text DEFAULT 'x;y'::text NOT NULL,
    price numeric(10,2),
    state shop.state DEFAULT 'new;'::shop.state,
    tags text[],
    data jsonb,
    raw bytea,
    at timestamp with time zone,
    CONSTRAINT items_price_check CHECK ((price >= (0)::numeric))
);


ALTER TABLE shop.items OWNER TO postgres;

--
-- Name: TABLE items; Type: COMMENT; Schema: shop; Owner: postgres
--

COMMENT ON TABLE shop.items IS 'it''s; a
comment';


--
-- Name: total(); Type: FUNCTION; Schema: shop; Owner: postgres
--

CREATE FUNCTION shop.total() RETURNS numeric
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 SELECT sum(
         CASE
             WHEN (items.price IS NULL) THEN (0)::numeric
             ELSE items.price
         END) AS sum
    FROM shop.items;
END;


ALTER FUNCTION shop.total() OWNER TO postgres;

--
-- Name: items_id_seq; Type: SEQUENCE; Schema: shop; Owner: postgres
--

ALTER TABLE shop.items ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME shop.items_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: numbers; Type: SEQUENCE; Schema: shop; Owner: postgres
--

CREATE SEQUENCE shop.numbers
    START WITH 5
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


ALTER TABLE shop.numbers OWNER TO postgres;

--
-- Name: open; Type: VIEW; Schema: shop; Owner: postgres
--

CREATE VIEW shop.open AS
 SELECT items.id,
    (items.name || ';'::text) AS "n;"
   FROM shop.items
  WHERE (items.state = 'new;'::shop.state);


ALTER TABLE shop.open OWNER TO postgres;

--
-- Name: order;s; Type: TABLE; Schema: shop; Owner: postgres
--

CREATE TABLE shop."order;s" (
    id integer DEFAULT nextval('shop.numbers'::regclass) NOT NULL,
    item bigint,
    note text
);


ALTER TABLE shop."order;s" OWNER TO postgres;

--
-- Name: sums; Type: MATERIALIZED VIEW; Schema: shop; Owner: postgres
--

CREATE MATERIALIZED VIEW shop.sums AS
 SELECT "order;s".item,
    count(*) AS n
   FROM shop."order;s"
  GROUP BY "order;s".item
  WITH NO DATA;


ALTER TABLE shop.sums OWNER TO postgres;

--
-- Name: items items_pkey; Type: CONSTRAINT; Schema: shop; Owner: postgres
--

ALTER TABLE ONLY shop.items
    ADD CONSTRAINT items_pkey PRIMARY KEY (id);


--
-- Name: order;s order;s_pkey; Type: CONSTRAINT; Schema: shop; Owner: postgres
--

ALTER TABLE ONLY shop."order;s"
    ADD CONSTRAINT "order;s_pkey" PRIMARY KEY (id);


--
-- Name: items_lower_idx; Type: INDEX; Schema: shop; Owner: postgres
--

CREATE UNIQUE INDEX items_lower_idx ON shop.items USING btree (lower(name)) WHERE (name <> ';'::text);


--
-- Name: items_tags_idx; Type: INDEX; Schema: shop; Owner: postgres
--

CREATE INDEX items_tags_idx ON shop.items USING gin (tags);


--
-- Name: open gone; Type: RULE; Schema: shop; Owner: postgres
--

CREATE RULE gone AS
    ON DELETE TO shop.open DO INSTEAD ( UPDATE shop.items SET state = 'it''s done'::shop.state
  WHERE (items.id = old.id);
 DELETE FROM shop."order;s"
  WHERE ("order;s".item = old.id);
);


--
-- Name: order;s note; Type: TRIGGER; Schema: shop; Owner: postgres
--

CREATE TRIGGER note BEFORE INSERT ON shop."order;s" FOR EACH ROW EXECUTE FUNCTION shop.note();


--
-- Name: order;s order;s_item_fkey; Type: FK CONSTRAINT; Schema: shop; Owner: postgres
--

ALTER TABLE ONLY shop."order;s"
    ADD CONSTRAINT "order;s_item_fkey" FOREIGN KEY (item) REFERENCES shop.items(id) ON DELETE CASCADE;


--
-- Name: items; Type: ROW SECURITY; Schema: shop; Owner: postgres
--

ALTER TABLE shop.items ENABLE ROW LEVEL SECURITY;

--
-- Name: items p; Type: POLICY; Schema: shop; Owner: postgres
--

CREATE POLICY p ON shop.items USING ((name <> ';'::text));


--
-- PostgreSQL database dump complete
--

\unrestrict DowelTorture83

