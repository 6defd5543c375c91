using System.Net;
using CoreData;
using Dowel.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Dowel.CoreDataTests;

/// <summary>Every address, with every kind of user.</summary>
public abstract class AccessContract(DatabaseEngine engine) : CoreDataContract(engine)
{
    private static readonly Dictionary<string, string?> Expected = new()
    {
        ["CoreRegister"] = null,
        ["CoreLogIn"] = null,
        ["CoreRefresh"] = null,
        ["CoreRequestPasswordReset"] = null,
        ["CoreResetPassword"] = null,
        ["CoreVerifyEmail"] = null,
        ["CoreLogOut"] = CoreDataPolicies.User,
        ["CoreLogOutEverywhere"] = CoreDataPolicies.User,
        ["CoreGetMe"] = CoreDataPolicies.User,
        ["CoreChangePassword"] = CoreDataPolicies.User,
        ["CoreRequestEmailVerification"] = CoreDataPolicies.User,
        ["CoreListRoles"] = CoreDataPolicies.User,
        ["CoreListUsers"] = CoreDataPolicies.Admin,
        ["CoreGetUser"] = CoreDataPolicies.Admin,
        ["CoreDisableUser"] = CoreDataPolicies.Admin,
        ["CoreEnableUser"] = CoreDataPolicies.Admin,
        ["CoreGrantRole"] = CoreDataPolicies.Admin,
        ["CoreRevokeRole"] = CoreDataPolicies.Admin,
        ["CoreListAuditEvents"] = CoreDataPolicies.Admin,
    };

    private IEnumerable<RouteEndpoint> Endpoints =>
        Service.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>();

    [Fact]
    public void Each_address_asks_for_the_role_it_should() =>
        Endpoints.ToDictionary(NameOf, endpoint => endpoint.Metadata.GetMetadata<IAuthorizeData>()?.Policy).ShouldBe(Expected, ignoreOrder: true);

    [Fact]
    public void Each_address_says_what_it_does_and_answers()
    {
        foreach (var endpoint in Endpoints)
        {
            var answers = endpoint.Metadata.OfType<IProducesResponseTypeMetadata>().Select(answer => answer.StatusCode).ToHashSet();

            endpoint.Metadata.GetMetadata<IEndpointSummaryMetadata>()!.Summary.ShouldEndWith(".");
            answers.ShouldContain(status => status < 300, NameOf(endpoint));
            answers.Contains(401).ShouldBe(Expected[NameOf(endpoint)] is not null || NameOf(endpoint) is "CoreLogIn" or "CoreRefresh", NameOf(endpoint));
            answers.Contains(403).ShouldBe(Expected[NameOf(endpoint)] == CoreDataPolicies.Admin, NameOf(endpoint));
            answers.Contains(400).ShouldBe(
                endpoint.Metadata.OfType<IAcceptsMetadata>().Any() || NameOf(endpoint) is "CoreListUsers" or "CoreListAuditEvents", NameOf(endpoint));
        }
    }

    [Fact]
    public async Task Whoever_may_not_is_kept_out_of_every_address()
    {
        await Service.AddAsync("ann");
        var bob = await Service.AddAsync("bob");
        await Service.QueryAsync($"insert into user_roles (user_id, role) values ({bob.Id}, 'editor'), ({bob.Id}, 'viewer')");
        foreach (var endpoint in Endpoints.Where(endpoint => Expected[NameOf(endpoint)] is not null))
        {
            var method = new HttpMethod(endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods[0]);
            var path = endpoint.RoutePattern.RawText!.Replace("{id:long}", "1", StringComparison.Ordinal).Replace("{role}", "viewer", StringComparison.Ordinal);

            (await Service.SendAsync(method, path)).ShouldBe(HttpStatusCode.Unauthorized, "unauthenticated");
            (await Service.SendAsync(method, path, token: TokenSecret.Create().Reveal())).ShouldBe(HttpStatusCode.Unauthorized, "unauthenticated");
            if (Expected[NameOf(endpoint)] == CoreDataPolicies.Admin)
            {
                (await Service.SendAsync(method, path, token: bob.Token)).ShouldBe(HttpStatusCode.Forbidden, "forbidden");
            }
        }

        (await Service.QueryAsync("select count(*) from audit_events where actor_id = 2 and action <> 'user.registered' and action <> 'session.opened'")).ShouldBe("0");
    }

    private static string NameOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName;
}

public sealed class SqliteAccess() : AccessContract(DatabaseEngine.Sqlite);

public sealed class PostgresAccess() : AccessContract(DatabaseEngine.Postgres);
