namespace Dowel.Tidy;

public sealed class ParameterListTests
{
    [Theory]
    [InlineData("    public void A()", 0)]
    [InlineData("    public void A(int a)", 1)]
    [InlineData("    private static Task<(int, int)> A<T, U>(\n        Dictionary<int, int> a,\n        (int, string) b, T c = default)", 3)]
    [InlineData("    internal A(Func<int, int, int> a, [In] int b)", 2)]
    [InlineData("public sealed class A(int a, int b)", 2)]
    [InlineData("public readonly record struct A(int B, int C)", null)]
    [InlineData("public sealed record A(int B, int C)", null)]
    public void Parameters_are_counted(string declaration, int? count) =>
        ParameterList.FindAll(declaration).Select(found => (int?)found.Count).FirstOrDefault().ShouldBe(count);
}
