namespace Dowel.Conformance;

/// <summary>The tables of all tools, from the tools' sources in late 2026. Checksums were made by Python's zlib and hashlib.</summary>
internal static class ForeignTables
{
    private static readonly string[] FlywayFiles = ["V1__a.sql", "V2__b.sql", "V3__c.sql"];

    public static IReadOnlyList<ForeignTable> All { get; } =
    [
        new(
            "flyway",
            "\"flyway_schema_history\"",
            """
            "installed_rank" INT NOT NULL, "version" VARCHAR(50), "description" VARCHAR(200) NOT NULL, "type" VARCHAR(20) NOT NULL,
            "script" VARCHAR(1000) NOT NULL, "checksum" INTEGER, "installed_by" VARCHAR(100) NOT NULL,
            "installed_on" TIMESTAMP NOT NULL DEFAULT now(), "execution_time" INTEGER NOT NULL, "success" BOOLEAN NOT NULL,
            constraint "flyway_schema_history_pk" primary key ("installed_rank")
            """,
            """
            "installed_rank" INT NOT NULL PRIMARY KEY, "version" VARCHAR(50), "description" VARCHAR(200) NOT NULL, "type" VARCHAR(20) NOT NULL,
            "script" VARCHAR(1000) NOT NULL, "checksum" INT, "installed_by" VARCHAR(100) NOT NULL,
            "installed_on" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now')), "execution_time" INT NOT NULL, "success" BOOLEAN NOT NULL
            """,
            """
            values (1, '1', 'a', 'SQL', 'V1__a.sql', -1731422598, 'me', '2025-03-01 10:00:00.5', 12, true),
                   (2, '2', 'b', 'SQL', 'V2__b.sql', -458378335, 'me', '2025-03-02 10:00:00', 7, true)
            """)
        {
            Files = FlywayFiles,
            History = "versioned|1,versioned|2",
        },
        new(
            "evolve",
            "changelog",
            """
            id SERIAL PRIMARY KEY NOT NULL, type SMALLINT, version VARCHAR(50), description VARCHAR(200) NOT NULL, name VARCHAR(300) NOT NULL,
            checksum VARCHAR(32), installed_by VARCHAR(100) NOT NULL, installed_on TIMESTAMP NOT NULL DEFAULT now(), success BOOLEAN NOT NULL
            """,
            """
            id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, type INTEGER, version VARCHAR(50), description VARCHAR(200) NOT NULL, name VARCHAR(300) NOT NULL,
            checksum VARCHAR(32), installed_by VARCHAR(100) NOT NULL, installed_on TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now')), success BOOLEAN NOT NULL
            """,
            """
            (type, version, description, name, checksum, installed_by, success)
            values (2, '0', 'Empty schema found: main.', 'main', '', 'me', true),
                   (0, '1', 'a', 'V1__a.sql', '9DA9BDF78C4DBA317C710FCAF2D3A89A', 'me', true),
                   (0, '2', 'b', 'V2__b.sql', '3E5E26F73C169C297A348E55B2CFE4F1', 'me', true)
            """)
        {
            Files = FlywayFiles,
            History = "versioned|1,versioned|2",
        },
        new(
            "dbup",
            "schemaversions",
            "schemaversionsid serial NOT NULL, scriptname character varying(255) NOT NULL, applied timestamp without time zone NOT NULL, CONSTRAINT pk PRIMARY KEY (schemaversionsid)",
            "SchemaVersionID INTEGER CONSTRAINT 'PK_SchemaVersions_SchemaVersionID' PRIMARY KEY AUTOINCREMENT NOT NULL, ScriptName TEXT NOT NULL, Applied DATETIME NOT NULL",
            "(ScriptName, Applied) values ('App.Scripts.001_a.sql', '2025-03-01 10:00:00.123'), ('002_b.sql', '2025-03-01 10:00:01')"),
        new(
            "grate",
            "\"ScriptsRun\"",
            """
            id bigint GENERATED ALWAYS AS IDENTITY NOT NULL, version_id BIGINT NULL, script_name varchar(255) NULL, text_of_script text NULL,
            text_hash varchar(512) NULL, one_time_script boolean NULL, entry_date timestamp NULL, modified_date timestamp NULL,
            entered_by varchar(50) NULL, CONSTRAINT PK_ScriptsRun_id PRIMARY KEY (id)
            """,
            """
            id INTEGER PRIMARY KEY AUTOINCREMENT, version_id BIGINT NULL, script_name nvarchar(255) NULL, text_of_script ntext NULL,
            text_hash nvarchar(512) NULL, one_time_script bit NULL, entry_date datetime NULL, modified_date datetime NULL, entered_by nvarchar(50) NULL
            """,
            """
            (version_id, script_name, text_of_script, text_hash, one_time_script, entry_date, modified_date, entered_by)
            values (1, '001_a.sql', 'create table a (id bigint);', 'nam994xNujF8cQ/K8tOomg==', true, '2025-03-01 10:00:00', '2025-03-01 10:00:00', 'me'),
                   (1, '002_b.sql', 'create table b (id bigint);', 'Pl4m9zwWnCl6NI5Vss/k8Q==', true, '2025-03-01 10:00:00', '2025-03-01 10:00:00', 'me')
            """)
        {
            OwnSchema = "grate",
        },
        new(
            "ef",
            "\"__EFMigrationsHistory\"",
            "\"MigrationId\" character varying(150) NOT NULL, \"ProductVersion\" character varying(32) NOT NULL, CONSTRAINT \"PK___EFMigrationsHistory\" PRIMARY KEY (\"MigrationId\")",
            "\"MigrationId\" TEXT NOT NULL CONSTRAINT \"PK___EFMigrationsHistory\" PRIMARY KEY, \"ProductVersion\" TEXT NOT NULL",
            "values ('20240101120000_Initial', '8.0.1'), ('20240201120000_AddB', '8.0.1')")
        {
            Files = ["20240101120000_a.sql", "20240201120000_b.sql", "20250101000000_c.sql"],
            History = "baseline|20240101120000,baseline|20240201120000",
        },
        new(
            "golang-migrate",
            "\"schema_migrations\"",
            "version bigint not null primary key, dirty boolean not null",
            "version uint64,dirty bool",
            "(version, dirty) values (2, false)"),
        new(
            "goose",
            "goose_db_version",
            "id integer PRIMARY KEY GENERATED BY DEFAULT AS IDENTITY, version_id bigint NOT NULL, is_applied boolean NOT NULL, tstamp timestamp NOT NULL DEFAULT now()",
            "id INTEGER PRIMARY KEY AUTOINCREMENT, version_id INTEGER NOT NULL, is_applied INTEGER NOT NULL, tstamp TIMESTAMP DEFAULT (datetime('now'))",
            "(version_id, is_applied) values (0, true), (1, true), (2, true), (3, true), (3, false)"),
        new(
            "dbmate",
            "\"schema_migrations\"",
            "version varchar primary key",
            "version varchar(128) primary key",
            "(version) values ('001'), ('002')"),
        new(
            "sqlx",
            "_sqlx_migrations",
            "version BIGINT PRIMARY KEY, description TEXT NOT NULL, installed_on TIMESTAMPTZ NOT NULL DEFAULT now(), success BOOLEAN NOT NULL, checksum BYTEA NOT NULL, execution_time BIGINT NOT NULL",
            "version BIGINT PRIMARY KEY, description TEXT NOT NULL, installed_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, success BOOLEAN NOT NULL, checksum BLOB NOT NULL, execution_time BIGINT NOT NULL",
            """
            (version, description, success, checksum, execution_time)
            values (1, 'a', true, BYTES'fd48c3e02e47c2ac3302f617b8aa304b8ec0269556943f456f51b497cdec86cae32442e97b12fe13586fc51f4851230c', 1500000),
                   (2, 'b', true, BYTES'067f6cf23e5c77ef737475cfeb3cf9c77065ec7b301fd16a9c648f4d0c74a8187d7c8090688262e1c5993befbccd24c4', -1)
            """),
        new(
            "diesel",
            "__diesel_schema_migrations",
            "version VARCHAR(50) PRIMARY KEY NOT NULL, run_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP",
            "version VARCHAR(50) PRIMARY KEY NOT NULL, run_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP",
            "(version) values ('20240101000000'), ('20240102000000')")
        {
            Files = ["20240101000000_a.sql", "20240102000000_b.sql", "20250101000000_c.sql"],
            History = "versioned|20240101000000,versioned|20240102000000",
        },
        new(
            "drizzle",
            "\"__drizzle_migrations\"",
            "id SERIAL PRIMARY KEY, hash text NOT NULL, created_at bigint",
            "id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric",
            """
            ("hash", "created_at")
            values ('f3ce0dede48aa8c2443c5eb6d44a859fb735e8be2c4a87bc6142ff3467cf5fa6', 1700000000000),
                   ('3092f168259e1f2f0bb20df08a0a211df61ca617908f707db39b3c3476ebf704', 1700000001000)
            """)
        {
            OwnSchema = "drizzle",
        },
    ];

    /// <summary>One tool's.</summary>
    public static ForeignTable Of(string tool) => All.Single(table => table.Tool == tool);
}
