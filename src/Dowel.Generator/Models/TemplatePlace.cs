namespace Dowel.Generator;

/// <summary>From this character on, a template stands at this place.</summary>
/// <param name="Offset">The UTF-16 offset in the template.</param>
/// <param name="Place">The place.</param>
internal sealed record TemplatePlace(int Offset, PlaceModel Place);
