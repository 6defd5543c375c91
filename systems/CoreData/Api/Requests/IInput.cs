namespace CoreData;

/// <summary>Something that a request sends, held against its attributes before it is used.</summary>
internal interface IInput;
