namespace System.Runtime.CompilerServices;

/// <summary>What the compiler asks for where a property is set at construction alone; .NET Standard 2.0 does not have it.</summary>
internal static class IsExternalInit;
