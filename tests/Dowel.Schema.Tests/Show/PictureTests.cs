using System.Text.Json;

namespace Dowel.Schema.Tests;

public sealed class PictureTests
{
    [Fact]
    public void A_diagram_quotes_names_and_tells_how_many() => MermaidDiagram.Write(Drawn.Shop).ShouldBe(
        """
        erDiagram
            users {
                bigint id PK
                text email UK
                timestamp_with_time_zone born
            }
            order {
                bigint user_id FK
                numeric(10_2) no PK "numeric(10,2)"
                _Odd__mood _pk PK "pk: _Odd_.mood"
                any gr__e "größe"
            }
            "crm.profiles" {
                bigint user_id PK, FK
            }
            users |o..o{ order : "user id"
            users ||--o| "crm.profiles" : "user_id"

        """.ReplaceLineEndings("\n"));

    [Fact]
    public void DBML_has_keys_defaults_references_and_comments() => DbmlText.Write(Drawn.Shop).ShouldBe(
        """
        Enum mood {
          sad
          "very happy"
        }

        Table users {
          id bigint [pk, increment, not null]
          email text [not null, unique]
          born "timestamp with time zone" [default: `now()`, note: 'a \\ b']

          Note: 'who\'s there'
        }

        Table order {
          "user id" bigint
          no numeric(10,2) [not null]
          pk "\"Odd\".mood" [not null]
          "größe" any

          indexes {
            (no, pk) [pk]
            (`lower(pk)`) [name: 'order_lower']
          }
        }

        Table crm.profiles {
          user_id bigint [pk, not null]
        }

        Ref order_fkey: order."user id" > users.id [delete: set null]
        Ref profiles_fkey: crm.profiles.user_id - users.id

        """.ReplaceLineEndings("\n"));

    [Fact]
    public void The_JSON_of_tbls_has_relations_with_both_ends()
    {
        var json = JsonDocument.Parse(TblsJson.Write(Drawn.Shop, "postgres")).RootElement;

        json.GetProperty("tables").EnumerateArray().Select(table => $"{table.GetProperty("name")}: {table.GetProperty("type")}")
            .ShouldBe(["users: BASE TABLE", "order: BASE TABLE", "crm.profiles: BASE TABLE", "grown: VIEW"]);
        json.GetProperty("relations").EnumerateArray().Select(line => $"{line.GetProperty("cardinality")} {line.GetProperty("parent_cardinality")}")
            .ShouldBe(["zero_or_more zero_or_one", "zero_or_one exactly_one"]);
        json.GetProperty("tables")[0].GetProperty("triggers")[0].GetProperty("name").GetString().ShouldBe("loud");
        json.GetProperty("enums")[0].GetProperty("values").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public void The_JSON_of_a_schema_names_what_has_no_place_in_it()
    {
        var json = JsonDocument.Parse(SchemaJson.Write(Drawn.Shop, "postgres")).RootElement;

        json.GetProperty("engine").GetString().ShouldBe("postgres");
        json.GetProperty("unmodelled")[0].GetString().ShouldBe("cast bigint as mood");
        json.GetProperty("tables")[0].GetProperty("comment").GetString().ShouldBe("who's there");
        json.GetProperty("tables")[1].GetProperty("constraints")[1].GetProperty("references").GetProperty("onDelete").GetString().ShouldBe("set null");
        json.GetProperty("tables")[2].GetProperty("schema").GetString().ShouldBe("crm");
        json.GetProperty("objects")[0].GetProperty("labels")[1].GetString().ShouldBe("very happy");
    }

    [Theory]
    [InlineData("uk-size", "_uk-size")]
    [InlineData("pkg", "pkg")]
    [InlineData("1st", "_1st")]
    [InlineData("{x}", "_x_")]
    public void A_columns_name_is_a_word_of_the_diagram(string name, string shown) =>
        MermaidDiagram.Write(new([new("t", TableKind.Table, [new(name, "int", true)])])).ShouldContain($"int {shown}");

    [Fact]
    public void A_plan_as_JSON_says_what_each_step_does()
    {
        var (before, after) = (new ColumnModel("mail", "text", true), new ColumnModel("email", "text", false));
        var table = new TableModel("users", TableKind.Table, [after]);
        var plan = new SchemaPlan(DatabaseModel.Empty, DatabaseModel.Empty, [new RenameObject(table.Key.Column("mail"), table.Key.Column("email")), new AlterColumn(table, before, after, null)])
        {
            Losses = [new("drop-column:users.name", table.Key.Column("name"), IsAllowed: false) { LikelyNames = [table.Key.Column("email")] }],
        };

        var json = JsonDocument.Parse(PlanJson.Write(plan, [new(["alter table users …"])], new Dictionary<string, long> { ["drop-column:users.name"] = 3 }, HazardReport.None)).RootElement;

        json.GetProperty("changes")[0].GetProperty("to").GetString().ShouldBe("users.email");
        json.GetProperty("changes")[1].GetProperty("before").GetProperty("nullable").GetBoolean().ShouldBeTrue();
        json.GetProperty("losses")[0].GetProperty("count").GetInt32().ShouldBe(3);
        json.GetProperty("scripts")[0].GetProperty("statements").GetArrayLength().ShouldBe(1);
    }
}
