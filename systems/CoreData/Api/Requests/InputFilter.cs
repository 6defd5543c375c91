using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CoreData;

/// <summary>Holds what a request sends against its attributes, and answers 400 with every field that is wrong.</summary>
internal sealed class InputFilter : IEndpointFilter
{
    /// <inheritdoc/>
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var mistakes = context.Arguments.OfType<IInput>().SelectMany(Examine).ToLookup(mistake => mistake.Field, mistake => mistake.Mistake, StringComparer.Ordinal);
        return mistakes.Count == 0
            ? next(context)
            : ValueTask.FromResult<object?>(Refuse(mistakes.ToDictionary(field => field.Key, field => field.ToArray(), StringComparer.Ordinal)));
    }

    /// <summary>Refuses a field.</summary>
    /// <param name="field">Its name in JSON or in the address.</param>
    /// <param name="mistake">What is wrong with it.</param>
    /// <returns>The answer.</returns>
    public static ValidationProblem Refuse(string field, string mistake) => Refuse(new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [mistake] });

    /// <summary>Refuses the place that a list was to go on from.</summary>
    /// <returns>The answer.</returns>
    public static ValidationProblem RefusePlace() => Refuse("after", "No page has given this as its next place.");

    private static ValidationProblem Refuse(Dictionary<string, string[]> mistakes) => TypedResults.ValidationProblem(mistakes, extensions: [new("code", "invalid")]);

    private static IEnumerable<(string Field, string Mistake)> Examine(IInput input)
    {
        var mistakes = new List<ValidationResult>();
        Validator.TryValidateObject(input, new(input), mistakes, validateAllProperties: true);
        return
            from mistake in mistakes
            from field in mistake.MemberNames
            select (JsonNamingPolicy.CamelCase.ConvertName(field), mistake.ErrorMessage ?? "Not valid.");
    }
}
