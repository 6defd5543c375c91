using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>Inserts rows with array columns.</summary>
internal readonly struct InsertTags(bool copies) : IManyCommand<(long Id, string[] Tags, DateOnly[] Days)>
{
    private static readonly Statement Unnest = new(
        "Tests.InsertTagsAsync", "", "insert into tagged (id, tags, days) select * from unnest($1, $2, $3)");

    /// <inheritdoc/>
    public Statement Statement => Unnest;

    /// <inheritdoc/>
    public string? Copy => copies ? "copy tagged (id, tags, days) from stdin (format binary)" : null;

    /// <inheritdoc/>
    public void BindItem<TWriter>((long Id, string[] Tags, DateOnly[] Days) item, ref TWriter parameters)
        where TWriter : struct, IParameterWriter
    {
        parameters.Write(item.Id);
        parameters.WriteList<string, Element>(item.Tags, ValueKind.Text);
        parameters.WriteList<DateOnly, Element>(item.Days, ValueKind.Date);
    }

    /// <inheritdoc/>
    public void BindShared<TWriter>(ref TWriter parameters)
        where TWriter : struct, IParameterWriter
    {
    }

    private readonly struct Element : IElement<string>, IElement<DateOnly>
    {
        public static void Write<TWriter>(string value, ref TWriter parameters)
            where TWriter : struct, IParameterWriter => parameters.Write(value);

        public static void Write<TWriter>(DateOnly value, ref TWriter parameters)
            where TWriter : struct, IParameterWriter => parameters.Write(value);
    }
}
