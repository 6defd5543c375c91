namespace Shop;

public sealed record StockLine(string Sku, int Stock);
