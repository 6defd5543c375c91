using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Dowel.Data;
using Microsoft.AspNetCore.Mvc;

namespace SystemsHost;

/// <summary>Which part of a list is asked for, by the place that it follows.</summary>
/// <param name="Limit">How many, 1 to 500.</param>
/// <param name="After">The place; what a page gave as its next. Left out for the start.</param>
public sealed record Paging(
    [property: FromQuery(Name = "limit"), Range(1, Paging.LimitMax), DefaultValue(Paging.LimitDefault), Description("How many, 1 to 500.")] int? Limit,
    [property: FromQuery(Name = "after"), Description("What a page gave as its next; left out for the start.")] string? After)
{
    /// <summary>The most items that a page has.</summary>
    public const int LimitMax = 500;

    /// <summary>How many items a page has unless another number is asked for.</summary>
    public const int LimitDefault = 50;

    /// <summary>The same for a repository.</summary>
    /// <returns>The request.</returns>
    public CursorRequest ToRequest() => new(Limit ?? LimitDefault, After);
}
