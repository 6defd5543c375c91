namespace Shop;

public readonly record struct CustomerId(long Value);
