using Dowel.Schema;

namespace Dowel.Postgres;

/// <summary>Makes objects of the rows that bring their statements with them. Pure.</summary>
/// <param name="ids">What the server's numbers mean.</param>
internal sealed class PostgresObjectReading(PostgresIds ids)
{
    /// <summary>Says what their numbers mean.</summary>
    public void Name(IEnumerable<PostgresObjectRow> rows)
    {
        foreach (var row in rows)
        {
            foreach (var id in new[] { row.Id, row.Alias }.OfType<string>())
            {
                ids.Add(id, KeyOf(row), row.Target);
            }
        }
    }

    /// <summary>Says what the numbers of enums mean.</summary>
    public void NameEnums(IReadOnlyList<string?[]> rows)
    {
        foreach (var row in rows)
        {
            ids.Add(row[0]!, new(ObjectKind.Enum, row[2]!, Schema: row[1]), $"type {row[3]}");
        }
    }

    /// <summary>An object.</summary>
    public ObjectModel Read(PostgresObjectRow row)
    {
        var key = KeyOf(row);
        var about = ids.Named(key, row.About.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return new(key)
        {
            Create = PostgresText.Lower(row.Create),
            Drop = row.Drop ?? $"drop {row.Target}",
            Replace = [.. new[] { row.Replace, row.More }.OfType<string>().Select(PostgresText.Lower)],
            Shape = row.Shape,
            Needs = [.. ids.Needs(key, new[] { row.Id, row.Alias }.OfType<string>()).Concat(about).Distinct()],
        };
    }

    /// <summary>The enums.</summary>
    /// <param name="rows">Of <see cref="PostgresObjectQueries.Enums"/>.</param>
    public IEnumerable<EnumModel> ReadEnums(IEnumerable<string?[]> rows) => rows.GroupBy(row => row[0]!).Select(labels =>
    {
        var (first, said) = (labels.First(), labels.Where(row => row[4] is not null).ToList());
        var key = new ObjectKey(ObjectKind.Enum, first[2]!, Schema: first[1]);
        return new EnumModel(key, [.. said.Select(row => row[4]!)])
        {
            Create = $"create type {first[3]} as enum ({string.Join(", ", said.Select(row => row[5]))})",
            Drop = $"drop type {first[3]}",
            Needs = ids.Needs(key, labels.Key),
        };
    });

    /// <summary>The remarks.</summary>
    /// <param name="rows">Of <see cref="PostgresRightQueries.Comments"/>.</param>
    public IEnumerable<ObjectModel> ReadComments(IEnumerable<string?[]> rows)
    {
        foreach (var row in rows)
        {
            // A schema that is there anyway is none of the model's, and may have a remark all the same.
            var found = ids.Find(row[0]!);
            var target = row[1] ?? found?.Target ?? (row[3] is { } schema ? $"schema {PostgresIdentifier.Quote(schema)}" : null);
            if (target is null || (found is null && row[3] is null))
            {
                continue;
            }

            var key = new ObjectKey(ObjectKind.Comment, row[1] is not null && found!.Key.Kind != ObjectKind.Column ? target : found?.About ?? target);
            var create = $"comment on {target} is {row[2]}";
            yield return new(key) { Create = create, Drop = $"comment on {target} is {(target == "schema public" ? "'standard public schema'" : "null")}", Replace = [create], Needs = found is null ? [] : ids.Named(key, [row[0]!]) };
        }
    }

    /// <summary>What roles may do.</summary>
    /// <param name="rows">Of <see cref="PostgresRightQueries.Grants"/>.</param>
    public IEnumerable<ObjectModel> ReadGrants(IEnumerable<string?[]> rows)
    {
        foreach (var row in rows)
        {
            var found = ids.Find(row[0]!);
            if (found is null && row[1] is null)
            {
                continue;
            }

            var (isTaken, mayPassOn) = (row[2] == "true", row[4] == "true");
            var (rights, target, role) = (row[5], row[6], row[7]);
            var key = new ObjectKey(ObjectKind.Grant, found?.About ?? target!, $"{(isTaken ? "revoked from " : "")}{row[3]}{(mayPassOn ? " with grant option" : "")}");
            var (give, take) = ($"grant {rights} on {target} to {role}{(mayPassOn ? " with grant option" : "")}", $"revoke {rights} on {target} from {role}");
            yield return new(key)
            {
                Create = isTaken ? take : give,
                Drop = isTaken ? give : take,
                Needs = found is null ? [] : ids.Named(key, [row[0]!]),
            };
        }
    }

    private static ObjectKey KeyOf(PostgresObjectRow row) => new(Enum.Parse<ObjectKind>(row.Kind), row.Name, row.Part, row.Space);
}
