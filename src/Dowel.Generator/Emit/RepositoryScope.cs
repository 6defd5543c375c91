namespace Dowel.Generator;

/// <summary>What the methods of a repository are made of: its record, its SQL, and names that nothing else has.</summary>
internal sealed class RepositoryScope
{
    private readonly TableSql _sqlite;
    private readonly TableSql _postgres;

    /// <summary>Takes a repository.</summary>
    /// <param name="repository">The repository.</param>
    public RepositoryScope(RepositoryModel repository)
    {
        Repository = repository;
        _sqlite = new(repository.Record, isPostgres: false);
        _postgres = new(repository.Record, isPostgres: true);
        Names = new(repository.Methods.Select(method => method.Name).Concat([repository.Name, "In"]));
        Reader = Names.Take("Read" + Record.ShortName);

        // The variables of the methods that take rows have their names already.
        var locals = new NameScope("cancellationToken", "parameters", "last", "made", "key", "updated", "done", "repository", "transaction", "token", OwnerSql.Parameter);
        var item = Generator.Names.Camel(Record.ShortName);
        Item = new(Record.Name, locals.Take(item), "The row.");
        Owner = Record.Owner is { } owner ? new(owner.Type.Name, OwnerSql.Parameter, "Whose rows they are; those of others are as if they were not there.") : null;
        Items = new($"{KnownTypes.Collection}<{Record.Name}>", locals.Take(Plural(item)), "The rows.");
    }

    /// <summary>The repository.</summary>
    public RepositoryModel Repository { get; }

    /// <summary>Its record.</summary>
    public RecordModel Record => Repository.Record;

    /// <summary>The names in it.</summary>
    public NameScope Names { get; }

    /// <summary>The method that makes a record of a row with its columns.</summary>
    public string Reader { get; }

    /// <summary>A row, as a parameter.</summary>
    public ArgumentText Item { get; }

    /// <summary>The owner, as a parameter; null where rows have none.</summary>
    public ArgumentText? Owner { get; }

    /// <summary>The owner as the first of a call's arguments; empty where rows have none.</summary>
    public string OwnerArgument => Owner is null ? "" : Owner.Identifier + ", ";

    /// <summary>The owner's value, which a statement's other values come before; none where rows have no owner.</summary>
    public IEnumerable<BoundValue> OwnerValues => Record.Owner is { } owner ? [new(owner.Type, OwnerSql.Parameter, "")] : [];

    /// <summary>The owner, whom the server is told before a statement; none where no table has row security.</summary>
    public IEnumerable<BoundValue> Guard => Record.Owner is { HasRowSecurity: true } ? OwnerValues : [];

    /// <summary>The owner, as the last of a statement's parameters; none where rows have no owner.</summary>
    public IEnumerable<ParameterModel> OwnerParameters => Record.Owner is { } owner ? [new(OwnerSql.Parameter, owner.Type)] : [];

    /// <summary>Whether an insert writes nothing where another table's row is not the owner's.</summary>
    public bool IsThrough => Record.Owner is { IsDirect: false };

    /// <summary>Several rows, as a parameter.</summary>
    public ArgumentText Items { get; }

    /// <summary>The record's columns, as results.</summary>
    public EquatableArray<ResultModel> Columns =>
        Record.Columns.Select((column, index) => new ResultModel(column.Name, column.Type, index)).ToEquatableArray();

    /// <summary>The columns that upserts go by.</summary>
    public IReadOnlyList<ColumnModel> UpsertKey => [.. Repository.UpsertKey.Select(position => Record.Columns[position])];

    /// <summary>Whether an upsert changes a row that is there.</summary>
    public bool Changes => Record.Version is not null || Record.Updated.Except(UpsertKey).Any();

    /// <summary>Makes a statement.</summary>
    /// <param name="method">The method that sends it.</param>
    /// <param name="name">What it is called among the repository's members, without an ending.</param>
    /// <param name="text">Its text, of each engine's words.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <returns>The statement, with no results yet.</returns>
    public StatementModel Statement(string method, string name, Func<TableSql, string> text, params IEnumerable<ParameterModel> parameters) =>
        new(method, Names.Take(name + "Statement"), text(_sqlite), text(_postgres)) { Parameters = parameters.ToEquatableArray(), HasRowSecurity = Record.Owner is { HasRowSecurity: true } };

    /// <summary>The parameters of a statement that is sent for many rows.</summary>
    /// <returns>The parameters.</returns>
    public IEnumerable<ParameterModel> ManyParameters() =>
        Parameters(Record.Inserted).Select(parameter => parameter with { IsUnnested = true }).Concat(IsThrough ? OwnerParameters : []);

    /// <summary>Writes the struct that sends a statement for many rows.</summary>
    /// <param name="code">Where to.</param>
    /// <param name="command">Its name, and its statement.</param>
    /// <param name="copy">PostgreSQL's other way; null for none.</param>
    /// <param name="members">Takes note of what that needs.</param>
    public void WriteManyCommand(CodeWriter code, (string Name, StatementModel Statement) command, string? copy, MemberSet members)
    {
        var shared = new CodeWriter();
        shared.Line("public void BindShared<TWriter>(ref TWriter parameters)");
        shared.Open($"    where TWriter : struct, {KnownTypes.Data}IParameterWriter");
        CommandText.WriteValues(shared, IsThrough ? [.. OwnerValues] : [], members);
        shared.Close();
        new CommandText(command.Name, OwnerArguments(), $"IManyCommand<{Record.Name}>", command.Statement.Field)
        {
            Members = [$"public string? Copy => {(copy is null || IsThrough || Guard.Any() ? "null" : Generator.Names.Literal(OwnerSql.Bare(copy)))};", shared.ToString().TrimEnd('\n')],
            Guard = [.. Guard],
            Bind = $"BindItem<TWriter>({Item.Declaration}, ref TWriter parameters)",
        }.Write(code, SentValues(members), members);
    }

    /// <summary>A method's arguments with the owner before them.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <returns>The arguments; as they are where rows have no owner.</returns>
    public IReadOnlyList<ArgumentText> OwnerArguments(params IEnumerable<ArgumentText> arguments) => Owner is null ? [.. arguments] : [Owner, .. arguments];

    /// <summary>The expression of a struct that carries nothing but the owner, if there is one.</summary>
    /// <param name="command">The struct.</param>
    /// <returns>The expression.</returns>
    public string NewWithOwner(string command) => Owner is null ? "default" : $"new {command}({Owner.Identifier})";

    /// <summary>The columns of a key whose values a caller gives: the owner is known.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The columns.</returns>
    public IReadOnlyList<ColumnModel> Free(IEnumerable<ColumnModel> key) => _sqlite.Free(key);

    /// <summary>The statements that refuse a row which says another owner, before anything is sent.</summary>
    /// <param name="members">Takes note of what that needs.</param>
    /// <returns>The statements; none where rows do not hold their owner.</returns>
    public IEnumerable<string> OwnerChecks(MemberSet members) => Record.OwnerColumn is { } column
        ? [$"{members.OwnerCheck(column.Type)}({OwnerSql.Parameter}, {Item.Identifier}.{Generator.Names.Identifier(column.Property)});"]
        : [];

    /// <summary>The same for many rows.</summary>
    /// <param name="members">Takes note of what that needs.</param>
    /// <returns>The statements.</returns>
    public IEnumerable<string> ManyOwnerChecks(MemberSet members) => OwnerChecks(members).SelectMany(check => new[]
    {
        $"foreach (var {Item.Identifier} in {Items.Identifier})", "{", $"    {check}", "}", "",
    });

    /// <summary>The checks of a parameter.</summary>
    /// <param name="argument">The parameter: a row.</param>
    /// <returns>The statements.</returns>
    public IEnumerable<string> Checks(ArgumentText argument) => Record.IsValueType ? [] : [KnownTypes.ThrowIfNull(argument.Identifier)];

    /// <summary>A text in PostgreSQL's words.</summary>
    /// <param name="text">Makes it.</param>
    /// <returns>The text.</returns>
    public string Postgres(Func<TableSql, string> text) => text(_postgres);

    /// <summary>Makes parameters of columns.</summary>
    /// <param name="columns">The columns.</param>
    /// <returns>The parameters.</returns>
    public static IEnumerable<ParameterModel> Parameters(IEnumerable<ColumnModel> columns) =>
        columns.Select(column => new ParameterModel(Generator.Names.Camel(column.Property), column.Type));

    /// <summary>Makes a method's arguments of columns that are not null.</summary>
    /// <param name="columns">The columns.</param>
    /// <returns>The arguments.</returns>
    public static IReadOnlyList<ArgumentText> Arguments(IEnumerable<ColumnModel> columns)
    {
        var names = new NameScope("cancellationToken", "parameters", "row", OwnerSql.Parameter);
        return
        [
            .. columns.Select(column => new ArgumentText(
                column.Type.Name, names.Take(Generator.Names.Camel(column.Property)), $"The row's <c>{Xml(column.Name)}</c>.")),
        ];
    }

    /// <summary>The values of arguments that were made of columns.</summary>
    /// <param name="columns">The columns.</param>
    /// <returns>The values.</returns>
    public static IEnumerable<BoundValue> ArgumentValues(IReadOnlyList<ColumnModel> columns) =>
        columns.Zip(Arguments(columns), (column, argument) => new BoundValue(column.Type.NotNull, argument.Identifier, ""));

    /// <summary>The values of a row's columns.</summary>
    /// <param name="columns">The columns.</param>
    /// <returns>The values.</returns>
    public IReadOnlyList<BoundValue> RowValues(IEnumerable<ColumnModel> columns)
    {
        var names = new NameScope("parameters", Item.Name);
        return
        [
            .. columns.Select(column => new BoundValue(
                column.Type,
                $"{Item.Identifier}.{Generator.Names.Identifier(column.Property)}",
                Generator.Names.Identifier(names.Take(Generator.Names.Camel(column.Property))))),
        ];
    }

    /// <summary>The values that an insert sends: a key is made where the row has none, and the owner is who is named.</summary>
    /// <param name="members">Takes note of what that needs.</param>
    /// <returns>The values.</returns>
    public IEnumerable<BoundValue> SentValues(MemberSet members) => InsertedValues().Zip(Record.Inserted, (value, column) => column == Record.MadeKey
        ? value with { Type = ValueCode.Wire(column.Type), Expression = MadeKey(value.Expression, column, members) }
        : value);

    /// <summary>The values of the columns that an insert sends, with the owner who is named.</summary>
    /// <returns>The values.</returns>
    public IEnumerable<BoundValue> InsertedValues() => RowValues(Record.Inserted).Zip(Record.Inserted, (value, column) => column == Record.OwnerColumn
        ? value with { Expression = OwnerSql.Parameter }
        : value);

    /// <summary>The UUID of a row's key, or a new one where it is empty.</summary>
    /// <param name="value">The expression of the key.</param>
    /// <param name="key">The key.</param>
    /// <param name="members">Takes note of what that needs.</param>
    /// <returns>The expression.</returns>
    public static string MadeKey(string value, ColumnModel key, MemberSet members)
    {
        var maker = members.Add("made key", "NewIfEmpty", name => $"""
            private static {KnownTypes.Guid} {name}({KnownTypes.Guid} key) =>
                key == {KnownTypes.Guid}.Empty ? {KnownTypes.Guid}.CreateVersion7() : key;

            """);
        return $"{maker}({value}{(key.Type.Form == TypeForm.Id ? $".{key.Type.Member}" : "")})";
    }

    /// <summary>Text in XML.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text with what XML would take for its own written otherwise.</returns>
    public static string Xml(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    private static string Plural(string name) => name switch
    {
        [.., 's' or 'x'] or [.., 'c' or 's', 'h'] => name + "es",
        [.., not ('a' or 'e' or 'o' or 'u'), 'y'] => name.Substring(0, name.Length - 1) + "ies",
        _ => name + "s",
    };
}
