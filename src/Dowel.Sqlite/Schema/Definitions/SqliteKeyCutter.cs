using Dowel.Schema;

namespace Dowel.Sqlite;

/// <summary>Reads the keys and rules of a table's definition.</summary>
/// <param name="cursor">Where in the definition it is.</param>
/// <param name="wording">Spells expressions.</param>
internal sealed class SqliteKeyCutter(SqliteCursor cursor, SqliteWording wording)
{
    /// <summary>Reads a clause beside a column.</summary>
    /// <param name="column">The column.</param>
    /// <param name="name">Takes the name that was said before it.</param>
    /// <param name="found">The keys that were read, to which this one comes, or of which the last one is completed.</param>
    public void OfColumn(string column, Func<string> name, List<SqliteKeyText> found)
    {
        if (cursor.IsAny("deferrable", "not"))
        {
            (found.LastOrDefault() ?? throw cursor.Unexpected()).Deferral = Deferral();
        }
        else if (cursor.Take("primary", "key"))
        {
            var part = new SqliteKeyPart(column, cursor.Take("desc") ? "desc" : "");
            _ = cursor.Take("asc");
            found.Add(new(ConstraintKind.Primary, name()) { Parts = [part], IsOfColumn = true, Conflict = Conflict(), IsAutoincrement = cursor.Take("autoincrement") });
        }
        else if (cursor.Take("unique"))
        {
            found.Add(new(ConstraintKind.Unique, name()) { Parts = [new(column, "")], IsOfColumn = true, Conflict = Conflict() });
        }
        else if (cursor.Take("check"))
        {
            found.Add(Check(name()));
        }
        else
        {
            found.Add(Reference(name(), [new(column, "")]));
        }
    }

    /// <summary>Reads a clause of its own.</summary>
    public SqliteKeyText OfTable(string name)
    {
        if (cursor.Take("check"))
        {
            return Check(name);
        }

        if (cursor.Take("foreign", "key"))
        {
            cursor.Expect("(");
            return Reference(name, Parts());
        }

        var kind = cursor.Take("primary", "key") ? ConstraintKind.Primary : ConstraintKind.Unique;
        if (kind == ConstraintKind.Unique)
        {
            cursor.ExpectWords("unique");
        }

        cursor.Expect("(");
        var parts = Parts(out var isAutoincrement);
        return new(kind, name) { Parts = parts, IsAutoincrement = isAutoincrement, Conflict = Conflict() };
    }

    /// <summary>Reads <c>on conflict …</c>, of which the usual one is not told.</summary>
    public string Conflict()
    {
        if (!cursor.Take("on", "conflict"))
        {
            return "";
        }

        var resolution = cursor.TakeAny().ToLowerInvariant();
        return resolution == "abort" ? "" : $"on conflict {resolution}";
    }

    // What a conflict of a check does is read by the engine and forgotten.
    private SqliteKeyText Check(string name)
    {
        var (from, to) = cursor.TakeParenthesised();
        var check = new SqliteKeyText(ConstraintKind.Check, name) { Expression = wording.Spell(from, to) };
        Conflict();
        return check;
    }

    private List<SqliteKeyPart> Parts() => Parts(out _);

    private List<SqliteKeyPart> Parts(out bool isAutoincrement)
    {
        var parts = new List<SqliteKeyPart>();
        isAutoincrement = false;
        do
        {
            var name = cursor.TakeName();
            var collation = cursor.Take("collate") ? $"collate {SqliteKeywords.Quote(cursor.TakeName().ToLowerInvariant())}" : "";
            var order = cursor.Take("desc") ? "desc" : "";
            _ = cursor.Take("asc");
            parts.Add(new(name, $"{collation} {order}".Trim()));
            isAutoincrement |= cursor.Take("autoincrement");
        }
        while (cursor.TakeSymbol(","));
        cursor.Expect(")");
        return parts;
    }

    private SqliteKeyText Reference(string name, IReadOnlyList<SqliteKeyPart> parts)
    {
        cursor.ExpectWords("references");
        var parent = cursor.TakeName();
        var reference = new SqliteKeyText(ConstraintKind.Foreign, name)
        {
            Parts = parts,
            Parent = parent,
            ParentColumns = cursor.TakeSymbol("(") ? [.. Parts().Select(part => part.Name)] : [],
        };
        while (TakeArgument(reference))
        {
        }

        reference.Deferral = Deferral();
        return reference;
    }

    private bool TakeArgument(SqliteKeyText reference)
    {
        if (cursor.Take("match"))
        {
            reference.Match = cursor.TakeName().ToLowerInvariant();
            return true;
        }

        if (!cursor.Take("on"))
        {
            return false;
        }

        var occasion = cursor.TakeAny().ToLowerInvariant();
        var action = cursor.TakeAny().ToLowerInvariant();
        action = action is "set" or "no" ? $"{action} {cursor.TakeAny().ToLowerInvariant()}" : action;
        reference.OnDelete = occasion == "delete" ? action : reference.OnDelete;
        reference.OnUpdate = occasion == "update" ? action : reference.OnUpdate;
        return true;
    }

    // Only what is deferrable and deferred at first ever waits (sqlite.org, "SQLite Foreign Key Support", 4.2).
    private string? Deferral()
    {
        var isNot = cursor.Take("not", "deferrable");
        if (!isNot && !cursor.Take("deferrable"))
        {
            return null;
        }

        var isDeferred = cursor.Take("initially", "deferred");
        _ = cursor.Take("initially", "immediate");
        return isNot ? null : isDeferred ? "deferrable initially deferred" : "deferrable";
    }
}
