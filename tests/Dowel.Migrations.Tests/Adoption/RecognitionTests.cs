using FsCheck;
using FsCheck.Fluent;

namespace Dowel.Migrations.Tests;

public sealed class RecognitionTests
{
    // Columns as each tool makes them, on PostgreSQL and on SQLite, as the engines tell them.
    private static readonly (string? Tool, string Columns)[] Shapes =
    [
        ("flyway", "installed_rank integer,version character varying,description character varying,type character varying,script character varying,checksum integer,installed_by character varying,installed_on timestamp without time zone,execution_time integer,success boolean"),
        ("flyway", "installed_rank INT,version VARCHAR(50),description VARCHAR(200),type VARCHAR(20),script VARCHAR(1000),checksum INT,installed_by VARCHAR(100),installed_on TEXT,execution_time INT,success BOOLEAN"),
        ("evolve", "id integer,type smallint,version character varying,description character varying,name character varying,checksum character varying,installed_by character varying,installed_on timestamp without time zone,success boolean"),
        ("evolve", "id INTEGER,type INTEGER,version VARCHAR(50),description VARCHAR(200),name VARCHAR(300),checksum VARCHAR(32),installed_by VARCHAR(100),installed_on TEXT,success BOOLEAN"),
        ("dbup", "schemaversionsid integer,scriptname character varying,applied timestamp without time zone"),
        ("dbup", "SchemaVersionID INTEGER,ScriptName TEXT,Applied DATETIME"),
        ("grate", "id bigint,version_id bigint,script_name character varying,text_of_script text,text_hash character varying,one_time_script boolean,entry_date timestamp without time zone,modified_date timestamp without time zone,entered_by character varying"),
        ("grate", "id INTEGER,version_id BIGINT,script_name nvarchar(255),text_of_script ntext,text_hash nvarchar(512),one_time_script bit,entry_date datetime,modified_date datetime,entered_by nvarchar(50)"),
        ("ef", "MigrationId character varying,ProductVersion character varying"),
        ("ef", "migration_id TEXT,product_version TEXT"),
        ("golang-migrate", "version bigint,dirty boolean"),
        ("golang-migrate", "version uint64,dirty bool"),
        ("goose", "id integer,version_id bigint,is_applied boolean,tstamp timestamp without time zone"),
        ("goose", "id INTEGER,version_id INTEGER,is_applied INTEGER,tstamp TIMESTAMP"),
        ("dbmate", "version character varying"),
        ("dbmate", "version varchar(128)"),
        ("sqlx", "version bigint,description text,installed_on timestamp with time zone,success boolean,checksum bytea,execution_time bigint"),
        ("sqlx", "version BIGINT,description TEXT,installed_on TIMESTAMP,success BOOLEAN,checksum BLOB,execution_time BIGINT"),
        ("diesel", "version character varying,run_on timestamp without time zone"),
        ("diesel", "version VARCHAR(50),run_on TIMESTAMP"),
        ("drizzle", "id integer,hash text,created_at bigint"),
        ("drizzle", "id SERIAL,hash text,created_at numeric"),
        ("drizzle", "id integer,hash text,created_at bigint,name text,applied_at timestamp with time zone"),
        (null, "rank bigint,kind text,version text,version_key text,description text,source text,checksum text,statements bigint,applied_at timestamp with time zone,elapsed_ms double precision"),
        (null, "rank bigint,kind text,version text,version_key text,description text,source text,checksum text,statements bigint,applied_at text,elapsed_ms double precision"),
        (null, "kind text,script text,number bigint,checksum text,state text"),
        (null, "Id INTEGER,Timestamp TEXT"),
        (null, "id bigint,repository_path character varying,version character varying,entry_date timestamp without time zone,modified_date timestamp without time zone,entered_by character varying,status character varying"),
        (null, "id INTEGER,repository_path nvarchar(255),version nvarchar(50),script_name nvarchar(255),text_of_script ntext,erroneous_part_of_script ntext,error_message ntext,entry_date datetime,modified_date datetime,entered_by nvarchar(50)"),
        (null, "version bigint"),
        (null, "version text,name text"),
        (null, "MigrationId character varying,ContextKey character varying,Model bytea,ProductVersion character varying"),
        (null, "id integer,created_at timestamp with time zone,hash text"),
    ];

    private static readonly Arbitrary<(string? Tool, TableShape Table)> Tables =
        (from shape in Gen.Elements(Shapes)
         from seed in Gen.Choose(0, int.MaxValue - 1)
         from name in Gen.Elements("schema_migrations", "schema_history", "t", "flyway_schema_history", "__drizzle_migrations", "x\"y")
         select (shape.Tool, Shuffle(Shape(name, shape.Columns), seed))).ToArbitrary();

    [Fact]
    public void Every_table_is_recognised_as_its_own_tool_s_and_no_other_s() => Prop.ForAll(Tables, each =>
        MigrationTool.All.Where(tool => tool.Recognises(each.Table)).Select(tool => tool.Name)
            .SequenceEqual(each.Tool is null ? [] : [each.Tool])).QuickCheckThrowOnFailure();

    [Fact]
    public void Each_shape_is_tried()
    {
        foreach (var (tool, columns) in Shapes)
        {
            MigrationTool.Of(Shape("any name", columns))?.Name.ShouldBe(tool, columns);
        }

        Shapes.Select(shape => shape.Tool).Distinct().OfType<string>().Order().ShouldBe(HistoryAdoption.Tools.Order());
    }

    [Fact]
    public void The_table_in_which_grate_keeps_its_own_making_is_none()
    {
        var columns = Shapes.First(shape => shape.Tool == "grate").Columns;
        MigrationTool.Of(Shape("GrateScriptsRun", columns)).ShouldBeNull();
        MigrationTool.Of(Shape("grate_GrateScriptsRun", columns)).ShouldBeNull();
        MigrationTool.Of(Shape("grate_ScriptsRun", columns)).ShouldNotBeNull();
    }

    private static TableShape Shape(string name, string columns) => new(
        null, name, [.. columns.Split(',').Select(column => column.Split(' ', 2)).Select(parts => new ColumnShape(parts[0], parts[1]))]);

    private static TableShape Shuffle(TableShape table, int seed)
    {
        var columns = table.Columns.ToArray();
#pragma warning disable CA5394 // The order of columns is no secret.
        new System.Random(seed).Shuffle(columns);
#pragma warning restore CA5394
        return table with
        {
            Columns = seed % 2 == 0 ? columns : [.. columns.Select(column => column with { Name = column.Name.ToUpperInvariant() })],
        };
    }
}
