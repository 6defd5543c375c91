using System.ComponentModel.DataAnnotations;
using Dowel.Data;
using Microsoft.AspNetCore.Mvc;

namespace CoreData;

/// <summary>Which users are asked for.</summary>
public sealed record UserQuery : IInput
{
    /// <summary>Part of the address or of the name, in any capitals.</summary>
    [FromQuery(Name = "q"), PlainText, StringLength(EmailText.CharactersMax)]
    public string? Q { get; init; }

    /// <summary>How many, 1 to 200; 50 unless it is said.</summary>
    [FromQuery(Name = "limit"), Range(1, PageRows.Max)]
    public int? Limit { get; init; }

    /// <summary>What the last page gave as its next place.</summary>
    [FromQuery(Name = "after"), PlainText]
    public string? After { get; init; }

    /// <summary>Asks for the page.</summary>
    /// <returns>How many rows, and after which.</returns>
    internal CursorRequest ToPage() => new(Limit ?? PageRows.Default, After);
}
