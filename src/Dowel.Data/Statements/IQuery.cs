namespace Dowel.Data;

/// <summary>A command that gives rows.</summary>
/// <typeparam name="TResult">What a row becomes.</typeparam>
public interface IQuery<TResult> : ICommand
{
    /// <summary>Reads the current row.</summary>
    /// <typeparam name="TRow">The engine's row.</typeparam>
    /// <param name="row">The row.</param>
    /// <returns>What it becomes.</returns>
    /// <exception cref="UnexpectedValueException">A value is not of the kind that the code expects.</exception>
    static abstract TResult Read<TRow>(in TRow row)
        where TRow : struct, IRow;
}
