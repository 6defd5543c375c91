using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Dowel.Data;
using Microsoft.AspNetCore.Mvc;

namespace SystemsHost;

/// <summary>Which part of a list is asked for, by how many come before.</summary>
/// <param name="Limit">How many, 1 to 500.</param>
/// <param name="Offset">How many come before.</param>
/// <param name="Total">Whether all are counted too.</param>
public sealed record OffsetPaging(
    [property: FromQuery(Name = "limit"), Range(1, Paging.LimitMax), DefaultValue(Paging.LimitDefault), Description("How many, 1 to 500.")] int? Limit,
    [property: FromQuery(Name = "offset"), Range(0, long.MaxValue), DefaultValue(0L), Description("How many come before.")] long? Offset,
    [property: FromQuery(Name = "total"), DefaultValue(false), Description("Whether all are counted too.")] bool? Total)
{
    /// <summary>The same for a repository.</summary>
    /// <returns>The request.</returns>
    public PageRequest ToRequest() => new(Limit ?? Paging.LimitDefault, Offset ?? 0) { CountTotal = Total ?? false };
}
