namespace Dowel.Data;

/// <summary>A statement together with the values of its parameters.</summary>
/// <remarks>Generated as a struct for each method, so that an engine's calls are compiled for it and nothing is boxed.</remarks>
public interface ICommand
{
    /// <summary>The statement.</summary>
    Statement Statement { get; }

    /// <summary>Writes each parameter's value, in the parameters' order.</summary>
    /// <typeparam name="TWriter">The engine's writer.</typeparam>
    /// <param name="parameters">Where to.</param>
    void Bind<TWriter>(ref TWriter parameters)
        where TWriter : struct, IParameterWriter;

    /// <summary>Writes the owner whose rows the statement may see, where a table that it names has row security; nothing for nobody's.</summary>
    /// <typeparam name="TWriter">The engine's writer.</typeparam>
    /// <param name="parameters">Where to; one value at most.</param>
    void BindOwner<TWriter>(ref TWriter parameters)
        where TWriter : struct, IParameterWriter
    {
    }
}
