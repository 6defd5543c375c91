using Dowel.Contracts;
using Dowel.Generator;

namespace Dowel.Postgres;

/// <summary>Row security of owned tables.</summary>
internal static class PostgresRowSecurity
{
    /// <summary>The setting that says for whom a transaction works, which is sent with its statements.</summary>
    public const string OwnerSetting = "dowel.owner";

    /// <summary>The statements that keep the owners of a table's rows apart.</summary>
    /// <param name="table">A table with an owner.</param>
    /// <remarks>
    /// `force` makes the table's own owner subject to the policy as well. What a policy lets through to be seen it lets through to be written.
    /// </remarks>
    public static IReadOnlyList<string> Of(ContractTable table)
    {
        var name = Quote(table.Name);
        return
        [
            $"alter table {name} enable row level security",
            $"alter table {name} force row level security",
            $"create policy {Quote(RecordNames.PolicyOf(table.Name))} on {name}\n    using ({Condition(table)})",
        ];
    }

    private static string Condition(ContractTable table)
    {
        var owner = table.Owner!;
        var type = owner.Links is [.., var last] ? last.Type : table.Find(owner.Column)!.Type;
        var (row, column) = (Quote(table.Name), owner.Column);
        var (start, end) = ("", "");
        foreach (var link in owner.Links)
        {
            var parent = Quote(link.Table);
            start += $"exists (select 1 from {parent} where {parent}.{Quote(link.Key)} = {row}.{Quote(column)}\n        and ";
            end += ")";
            (row, column) = (parent, link.Column);
        }

        var value = owner.Links.Count == 0 ? Quote(column) : $"{row}.{Quote(column)}";
        return $"{start}{value} = {Owner(type)}{end}";
    }

    // A query by itself is answered once for each statement and not for each row. A setting that a transaction has had is empty after it, not null.
    private static string Owner(ContractType type)
    {
        var cast = type.Word == ContractWord.Text ? "" : $"::{PostgresTypes.NameOf(type)}";
        return $"(select nullif(current_setting('{OwnerSetting}', true), ''){cast})";
    }

    private static string Quote(string name) => SqlIdentifier.Quote(name);
}
