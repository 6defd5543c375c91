using DeployStore;

namespace Dowel.Systems;

public sealed class PolicyTests
{
    [Theory]
    [InlineData(Role.Viewer, true, false, false)]
    [InlineData(Role.Developer, true, true, false)]
    [InlineData(Role.Admin, true, true, true)]
    [InlineData(Role.Owner, true, true, true)]
    public void A_role_allows_what_the_table_says(Role role, bool reads, bool deploys, bool managesUsers) =>
        (Policy.Allows(role, Right.Read), Policy.Allows(role, Right.Deploy), Policy.Allows(role, Right.ManageUsers))
            .ShouldBe((reads, deploys, managesUsers));

    [Fact]
    public void An_unknown_role_may_do_nothing() => Enum.GetValues<Right>().ShouldAllBe(right => !Policy.Allows((Role)99, right));
}
