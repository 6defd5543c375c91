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
        (Policy.Allows(role, Permission.Read), Policy.Allows(role, Permission.Deploy), Policy.Allows(role, Permission.ManageUsers))
            .ShouldBe((reads, deploys, managesUsers));

    [Fact]
    public void An_unknown_role_may_do_nothing() => Enum.GetValues<Permission>().ShouldAllBe(permission => !Policy.Allows((Role)99, permission));
}
