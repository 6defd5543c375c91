namespace Dowel.Migrations;

/// <summary>The root of all exceptions that Dowel throws on purpose: data with a remedy.</summary>
public abstract class DowelException : Exception
{
    /// <summary>Takes what is wrong; the first error speaks for the exception.</summary>
    /// <param name="errors">At least one error.</param>
    /// <param name="inner">The driver's or the system's exception, or null.</param>
    private protected DowelException(IReadOnlyList<DowelError> errors, Exception? inner = null)
        : base(Describe(errors), inner) => Errors = errors;

    /// <summary>All that is wrong; never empty.</summary>
    public IReadOnlyList<DowelError> Errors { get; }

    /// <summary>The first error's stable code.</summary>
    public string Code => Errors[0].Code;

    /// <summary>What the first error says is wrong.</summary>
    public string Problem => Errors[0].Problem;

    /// <summary>What the reader can do about the first error.</summary>
    public string Remedy => Errors[0].Remedy;

    // The server's words may end without a full stop, so the remedy has a line of its own.
    private static string Describe(IReadOnlyList<DowelError> errors) => string.Join(
        Environment.NewLine,
        errors.Select(error =>
            $"{(error.Location is { } place ? $"{place}: " : "")}{error.Code}: {error.Problem}{Environment.NewLine}    {error.Remedy}"));
}
