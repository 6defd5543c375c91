namespace Shop;

public enum ProductState
{
    Draft,
    OnSale,
    Retired,
}
