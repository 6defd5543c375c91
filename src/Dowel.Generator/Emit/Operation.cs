namespace Dowel.Generator;

/// <summary>One method of a repository: what it sends, and its code in the interface and in the class.</summary>
internal abstract class Operation
{
    /// <summary>The method's statements.</summary>
    public abstract IReadOnlyList<StatementModel> Statements { get; }

    /// <summary>The method as others see it; null where the developer has declared it.</summary>
    public virtual MethodText? Text => null;

    /// <summary>Whether the interface has it.</summary>
    public virtual bool IsPublic => true;

    /// <summary>Writes the method as the interface declares it, with its documentation.</summary>
    /// <param name="code">Where to.</param>
    public virtual void WriteDeclaration(CodeWriter code) => Text!.WriteDeclaration(code);

    /// <summary>Writes the method as the class has it, and the commands that it sends.</summary>
    /// <param name="code">Where to.</param>
    /// <param name="members">Takes note of the members that several methods need.</param>
    public abstract void WriteImplementation(CodeWriter code, MemberSet members);
}
