using System.Text.RegularExpressions;

namespace Dowel.Schema;

/// <summary>The part of a database that statements can have to do with. Pure.</summary>
/// <remarks>
/// Names are found as words, whatever they mean where they stand, also in the routines that are found: rather too much than too little. What is named comes
/// whole, with its partitions, the columns of a type, and the tables that refer to it. What is only needed comes without its triggers, and without its own references.
/// </remarks>
internal sealed partial class ConcernedPart
{
    private static readonly ObjectKind[] Wholes = [ObjectKind.Table, ObjectKind.View, ObjectKind.MaterializedView, ObjectKind.Domain, ObjectKind.Enum, ObjectKind.Composite];

    private readonly Dictionary<ObjectKey, ObjectModel> _all;
    private readonly ILookup<string, ObjectModel> _called;
    private readonly ILookup<ObjectKey, ObjectKey> _above;
    private readonly ILookup<ObjectKey, ObjectKey> _referring;
    private readonly ILookup<(string?, string), ObjectModel> _standing;
    private readonly HashSet<string> _words = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<ObjectKey> _named = [];
    private readonly HashSet<ObjectKey> _needed = [];

    private ConcernedPart(DatabaseModel database)
    {
        _all = database.All.DistinctBy(each => each.Key).ToDictionary(each => each.Key);
        _called = _all.Values.SelectMany(each => WordsOf(OwnName(each.Key)).Select(word => (word, each))).ToLookup(pair => pair.word, pair => pair.each, StringComparer.OrdinalIgnoreCase);
        _above = _all.Values.Where(each => IsGround(each.Key)).SelectMany(each => NeedsOf(each).Where(IsGround).Distinct().Select(need => (need, each.Key))).ToLookup(pair => pair.need, pair => pair.Key);
        _referring = _all.Values.OfType<ConstraintModel>().Where(key => key.Reference is not null).ToLookup(key => key.Reference!.Table, key => key.Key.Table);
        _standing = _all.Values.Where(each => each.Key.StandsOnAnother).ToLookup(each => (each.Key.Schema, each.Key.Name));
    }

    /// <summary>Finds it.</summary>
    /// <param name="database">The database.</param>
    /// <param name="statements">The statements.</param>
    public static DatabaseModel Of(DatabaseModel database, IEnumerable<string> statements)
    {
        var part = new ConcernedPart(database);
        foreach (var statement in statements)
        {
            part.Read(statement);
        }

        return part.Cut(database);
    }

    private void Read(string text)
    {
        foreach (var each in WordsOf(text).Where(_words.Add).SelectMany(word => _called[word]).ToList())
        {
            if (WordsOf(OwnName(each.Key)).All(_words.Contains))
            {
                Name(each.Key);
            }
        }
    }

    private void Name(ObjectKey key)
    {
        if (!_all.TryGetValue(key, out var model) || !_named.Add(key))
        {
            return;
        }

        if (key.StandsOnAnother)
        {
            WholesOf(key).ToList().ForEach(Name);
            return;
        }

        Need(key);
        _above[key].ToList().ForEach(Name);
        _referring[key].ToList().ForEach(Need);
        NeedParts(key);
        if (key.Kind is ObjectKind.Function or ObjectKind.Procedure)
        {
            Read(model.Create);
        }
    }

    private void Need(ObjectKey key)
    {
        if (key.StandsOnAnother)
        {
            WholesOf(key).ToList().ForEach(Need);
        }
        else if (_all.TryGetValue(key, out var model) && _needed.Add(key))
        {
            NeedsOf(model).ToList().ForEach(Need);
            if (!key.IsRelation)
            {
                NeedParts(key);
            }

            // What a routine does is seen in its words alone.
            if (key.Kind is ObjectKind.Function or ObjectKind.Procedure)
            {
                Name(key);
            }
        }
    }

    private void NeedParts(ObjectKey whole) => _standing[(whole.Schema, whole.Name)]
        .SelectMany(part => part is ConstraintModel { Reference: { } reference } ? [.. part.Needs, reference.Table] : part.Needs).ToList().ForEach(Need);

    private IEnumerable<ObjectKey> WholesOf(ObjectKey part) => Wholes.Append(ObjectKind.Sequence).Select(kind => part.Table with { Kind = kind }).Where(_all.ContainsKey);

    private DatabaseModel Cut(DatabaseModel database) => database with
    {
        Tables = [.. database.Tables.Where(table => _needed.Contains(table.Key)).Select(table => table with { Constraints = [.. table.Constraints.Where(IsKept)] })],
        Objects = [.. database.Objects.Where(IsKept)],
    };

    private bool IsKept(ConstraintModel constraint) => constraint.Reference is not { } reference || _named.Contains(constraint.Key.Table) || _named.Contains(reference.Table);

    // Remarks and rights stop nobody.
    private bool IsKept(ObjectModel model) => model.Key.Kind is ObjectKind.Schema or ObjectKind.Extension
        || _needed.Contains(model.Key) || (model.Key.StandsOnAnother && WholesOf(model.Key).Any(whole => (whole.IsRelation ? _named : _needed).Contains(whole)));

    private static IEnumerable<ObjectKey> NeedsOf(ObjectModel model) => model switch
    {
        TableModel table => [.. table.Needs, .. table.Columns.SelectMany(column => column.Needs), .. table.Constraints.SelectMany(key => key.Needs), .. table.Indexes.SelectMany(index => index.Needs)],
        _ => model.Needs,
    };

    // What is part of others, and changes with them.
    private static bool IsGround(ObjectKey key) => key.Kind == ObjectKind.Table || key.IsType;

    private static string OwnName(ObjectKey key) => key.Kind is ObjectKind.Index or ObjectKind.Constraint ? key.Part!
        : key.StandsOnAnother || key.Kind is ObjectKind.Comment or ObjectKind.Grant ? "" : key.Name.Split('(')[0];

    private static IEnumerable<string> WordsOf(string text) => Word().Matches(text).Select(match => match.Value);

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
