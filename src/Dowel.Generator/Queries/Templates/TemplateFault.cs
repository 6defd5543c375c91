namespace Dowel.Generator;

/// <summary>What is wrong with a template, and where.</summary>
/// <param name="Code">The error's code.</param>
/// <param name="Start">Where in the template.</param>
/// <param name="Length">How much of it.</param>
/// <param name="Subject">What the message speaks of.</param>
internal readonly record struct TemplateFault(string Code, int Start, int Length, string Subject);
