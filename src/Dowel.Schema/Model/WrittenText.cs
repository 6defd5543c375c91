namespace Dowel.Schema;

/// <summary>A statement as somebody wrote it, with its lines and comments.</summary>
/// <param name="Sql">The statement.</param>
/// <param name="Spelled">The <see cref="ObjectModel.Create"/> that it is another spelling of, or of a table the statement that the engine would be given; where that is another by now, this one is out of date.</param>
internal sealed record WrittenText(string Sql, string Spelled);
