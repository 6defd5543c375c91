using System.Text.Json;
using System.Text.RegularExpressions;
using Dowel.Data;

namespace Dowel.HostTests;

/// <summary>The OpenAPI document: all endpoints, and the file in the repository. <c>DOWEL_GOLDENS=write</c> writes the file anew.</summary>
public abstract partial class DocumentContract(SharedHost host) : HostContract(host)
{
    private static string File => Path.Combine(Repository.Root, "docs", "openapi.json");

    private static IEnumerable<EndpointCase> Described => EndpointTable.All.Where(endpoint => SystemPath().IsMatch(endpoint.Route));

    [Fact]
    public async Task It_is_the_one_in_the_repository()
    {
        var document = (await Nobody.GetAsync("/openapi/v1.json")).ShouldBe(200).Text.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("DOWEL_GOLDENS") == "write")
        {
            await System.IO.File.WriteAllTextAsync(File, document, Cancellation);
        }

        document.ShouldBe(await System.IO.File.ReadAllTextAsync(File, Cancellation), "run the tests with DOWEL_GOLDENS=write and look at the change");
    }

    [Fact]
    public async Task Every_endpoint_is_in_it_with_all_that_it_may_answer()
    {
        var paths = (await ReadAsync()).GetProperty("paths");
        foreach (var endpoint in Described)
        {
            var operation = paths.GetProperty(Constraint().Replace(endpoint.Route, "{${name}}")).GetProperty(endpoint.Method.ToLowerInvariant());
            var answers = operation.GetProperty("responses").EnumerateObject().ToDictionary(answer => answer.Name, answer => answer.Value, StringComparer.Ordinal);

            operation.GetProperty("summary").GetString().ShouldNotBeNullOrWhiteSpace(endpoint.Name);
            operation.GetProperty("operationId").GetString().ShouldNotBeNullOrWhiteSpace(endpoint.Name);
            answers.Keys.ShouldContain(status => status[0] == '2', endpoint.Name);
            answers.Keys.ShouldContain("400", endpoint.Name);
            answers.Keys.ShouldContain("429", endpoint.Name);
            answers.Keys.ShouldContain("503", endpoint.Name);
            (endpoint.Access == Access.Anybody || answers.ContainsKey("401")).ShouldBeTrue(endpoint.Name);
            operation.TryGetProperty("security", out _).ShouldBe(endpoint.Access != Access.Anybody, endpoint.Name);
            foreach (var (status, answer) in answers.Where(answer => answer.Key[0] is '4' or '5'))
            {
                answer.GetProperty("content").EnumerateObject().Select(content => content.Name).ShouldBe(["application/problem+json"], $"{endpoint.Name} {status}");
            }
        }

        paths.EnumerateObject().Sum(path => path.Value.EnumerateObject().Count()).ShouldBe(Described.Count());
    }

    [Fact]
    public async Task No_two_endpoints_have_one_name()
    {
        var names = (await ReadAsync()).GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject())
            .Select(operation => operation.Value.GetProperty("operationId").GetString()).ToList();

        names.Distinct(StringComparer.OrdinalIgnoreCase).Count().ShouldBe(names.Count);
    }

    [GeneratedRegex("^/(core|workspaces|deploy|xp)/")]
    private static partial Regex SystemPath();

    [GeneratedRegex(@"\{\*{0,2}(?<name>\w+)(:\w+)?\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Constraint();

    private async Task<JsonElement> ReadAsync() => (await Nobody.GetAsync("/openapi/v1.json")).ShouldBe(200).Body;
}

[Collection(nameof(DatabaseEngine.Sqlite))]
public sealed class SqliteDocument(SqliteHost host) : DocumentContract(host);

[Collection(nameof(DatabaseEngine.Postgres))]
public sealed class PostgresDocument(PostgresHost host) : DocumentContract(host);
