namespace Dowel.Cli;

/// <summary>Takes what people read, and lays it out: for a terminal or for anything else.</summary>
internal interface IPage
{
    /// <summary>Writes a table; every row has a cell for each column.</summary>
    void Table(IReadOnlyList<Column> columns, IReadOnlyList<Cell[]> rows);

    /// <summary>Writes a line or several as they are.</summary>
    void Line(string text);

    /// <summary>Writes a sentence, broken between words where a terminal ends.</summary>
    void Sentence(string text);
}
