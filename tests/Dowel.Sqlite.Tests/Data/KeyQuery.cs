using Dowel.Data;

namespace Dowel.Sqlite.Tests.Data;

/// <summary>A row by its key, as generated code would ask for it.</summary>
internal readonly struct KeyQuery(long id) : IQuery<string>
{
    private static readonly Statement Find = new("Test.FindAsync", "select a from t where id = ?1", "");

    public Statement Statement => Find;

    public void Bind<TWriter>(ref TWriter parameters)
        where TWriter : struct, IParameterWriter => parameters.Write(id);

    public static string Read<TRow>(in TRow row)
        where TRow : struct, IRow => row.GetString(0);
}
