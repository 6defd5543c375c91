using System.ComponentModel.DataAnnotations;
using Dowel.Data;
using Microsoft.AspNetCore.Mvc;

namespace CoreData;

/// <summary>Which events are asked for.</summary>
public sealed record AuditQuery : IInput
{
    /// <summary>Whose, a user's number.</summary>
    [FromQuery(Name = "actorId")]
    public long? ActorId { get; init; }

    /// <summary>About which kind of thing.</summary>
    [FromQuery(Name = "subjectType"), PlainText]
    public string? SubjectType { get; init; }

    /// <summary>About which thing.</summary>
    [FromQuery(Name = "subjectId"), PlainText]
    public string? SubjectId { get; init; }

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
