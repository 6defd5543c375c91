using System.Data;
using Dapper;

namespace Dowel.Benchmarks;

/// <summary>Has Dapper spell ids as the tables have them.</summary>
internal sealed class GuidText : SqlMapper.TypeHandler<Guid>
{
    /// <inheritdoc/>
    public override Guid Parse(object value) => Guid.Parse((string)value);

    /// <inheritdoc/>
    public override void SetValue(IDbDataParameter parameter, Guid value) => parameter.Value = value.ToString();
}
