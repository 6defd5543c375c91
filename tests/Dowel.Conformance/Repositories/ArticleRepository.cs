using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>Articles, upserted by their place unless the new one is older.</summary>
[Repository<Article>(
    Upsert = [nameof(Article.Shelf), nameof(Article.Path)],
    UpsertWhere = "articles.changed_at is null or excluded.changed_at >= articles.changed_at",
    OrderBy = ["-" + nameof(Article.ChangedAt), nameof(Article.Path)])]
public sealed partial class ArticleRepository;
