using Dowel.Migrations;

namespace Dowel.Hosting;

/// <summary>A service cannot use its databases as it is configured; says all that was found at once, and no value of a connection string.</summary>
public sealed class HostingException : DowelException
{
    /// <summary>Takes the findings.</summary>
    /// <param name="errors">At least one.</param>
    internal HostingException(IReadOnlyList<DowelError> errors)
        : base(errors)
    {
    }
}
