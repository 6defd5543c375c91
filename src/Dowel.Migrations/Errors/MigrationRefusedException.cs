namespace Dowel.Migrations;

/// <summary>A run was refused before it changed anything; says all that was found at once.</summary>
public sealed class MigrationRefusedException : DowelException
{
    /// <summary>Takes the findings.</summary>
    public MigrationRefusedException(IReadOnlyList<DowelError> errors, Exception? inner = null)
        : base(errors, inner)
    {
    }

    /// <summary>Whether the set has classes that were found in an assembly and not given to it, so that only their own service can run it.</summary>
    public bool NeedsCode => Errors.Any(error => error.Code == CodeErrors.NotLoadedCode);

    /// <summary>How every script stands, where that could be told.</summary>
    public MigrationPlan? Plan { get; init; }
}
