using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>Sheets, upserted by their path.</summary>
[Repository<Sheet>(Upsert = [nameof(Sheet.FolderId), nameof(Sheet.Path)], OrderBy = [nameof(Sheet.Path)])]
public sealed partial class SheetRepository;
