namespace Dowel.Sqlite;

/// <summary>One instruction of a program that the engine has compiled a statement to, as <c>explain</c> prints it.</summary>
/// <remarks>sqlite.org, "The SQLite Bytecode Engine".</remarks>
internal readonly record struct SqliteInstruction(string Code, int P1, int P2, int P3, string P4, int P5);
