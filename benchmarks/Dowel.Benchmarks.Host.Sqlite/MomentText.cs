using System.Data;
using Dapper;

namespace Dowel.Benchmarks;

/// <summary>Has Dapper spell moments as the tables have them.</summary>
internal sealed class MomentText : SqlMapper.TypeHandler<DateTimeOffset>
{
    /// <inheritdoc/>
    public override DateTimeOffset Parse(object value) => TextTimes.Read((string)value);

    /// <inheritdoc/>
    public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) => parameter.Value = TextTimes.Write(value);
}
