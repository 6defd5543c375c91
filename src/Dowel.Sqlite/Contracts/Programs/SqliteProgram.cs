using System.Globalization;

namespace Dowel.Sqlite;

/// <summary>The program that the engine has compiled a statement to.</summary>
internal sealed class SqliteProgram
{
    private SqliteProgram(IReadOnlyList<SqliteInstruction> instructions)
    {
        Instructions = instructions;
        Registers = 1 + instructions.SelectMany(SqliteOperations.Writes).Select(range => range.First + range.Count - 1).Append(0).Max();
        Cursors = 1 + instructions.Where(SqliteOperations.OpensCursor).Select(each => each.P1).Append(0).Max();
        Flags = FindFlags();
    }

    /// <summary>The instructions by their addresses.</summary>
    public IReadOnlyList<SqliteInstruction> Instructions { get; }

    /// <summary>More than the highest register that is written.</summary>
    public int Registers { get; }

    /// <summary>More than the highest cursor.</summary>
    public int Cursors { get; }

    /// <summary>Registers that steer the program: each is tested, and nothing but constants and return addresses is put into it.</summary>
    public IReadOnlyList<int> Flags { get; }

    /// <summary>Reads the program of a statement; null where the engine does not compile it.</summary>
    public static SqliteProgram? Read(SqliteExecutor engine, string sql)
    {
        var instructions = new List<SqliteInstruction>();
        var result = engine.Run(
            $"explain {sql}",
            [],
            row => instructions.Add(new(row(1)!, Number(row(2)), Number(row(3)), Number(row(4)), row(5) ?? "", Number(row(6)))),
            CancellationToken.None);
        return result.IsOk && instructions.Count > 0 ? new(instructions) : null;
    }

    /// <summary>The addresses of the instructions that do something with a register in their first operand.</summary>
    public IEnumerable<int> With(string code, int register) =>
        Enumerable.Range(0, Instructions.Count).Where(at => Instructions[at].Code == code && Instructions[at].P1 == register);

    /// <summary>Whether the first column of an index that a cursor is on rises.</summary>
    public bool RisesFirst(int cursor) => Instructions.Any(each =>
        each.P1 == cursor && each.Code is "OpenRead" or "OpenWrite" or "ReopenIdx" or "OpenAutoindex"
        && each.P4.StartsWith("k(", StringComparison.Ordinal) && !each.P4.Contains(",-", StringComparison.Ordinal));

    /// <summary>Whether a register says that <c>min</c> or <c>max</c> has passed a row over.</summary>
    public bool IsOfExtreme(int register) => register > 0 && Instructions.Any(each => each.Code == "CollSeq" && each.P1 == register);

    private List<int> FindFlags()
    {
        var tested = Instructions.Where(each => each.Code is "If" or "IfNot" or "IfPos" or "Return").Select(each => each.P1).ToHashSet();
        var others = Instructions
            .Where(each => each.Code is not ("Integer" or "Gosub" or "BeginSubrtn"))
            .SelectMany(SqliteOperations.Writes)
            .SelectMany(range => Enumerable.Range(range.First, range.Count));
        tested.ExceptWith(others);
        return [.. tested.Order()];
    }

    private static int Number(string? text) => int.Parse(text ?? "0", CultureInfo.InvariantCulture);
}
