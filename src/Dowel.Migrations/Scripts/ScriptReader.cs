using System.Buffers;

namespace Dowel.Migrations;

/// <summary>Reads named files into scripts and collects what is wrong with their text.</summary>
internal sealed class ScriptReader
{
    /// <summary>The largest file that is read, in bytes; a .NET string ends shortly above it.</summary>
    public const long BytesMax = 1_000_000_000;

    private readonly Dialect _dialect;
    private readonly List<DowelError> _errors;

    /// <summary>Prepares a reader for one database.</summary>
    public ScriptReader(Dialect dialect, List<DowelError> errors) => (_dialect, _errors) = (dialect, errors);

    /// <summary>Reads a script; null where it cannot be read or is for another database only.</summary>
    public Script? Read(NamedScript named)
    {
        if (LoadText(named.Origin.File) is not { } text)
        {
            return null;
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            _errors.Add(LoadErrors.Empty(named.Path));
            return null;
        }

        var directives = new DirectiveReader(named.Path, text, _dialect, _errors).Read();
        return directives.Only is { } only && only != _dialect.Name ? null : new()
        {
            Kind = named.Name.Kind,
            Version = named.Name.Version,
            Description = named.Name.Description,
            Path = named.Path,
            Text = text,
            Directives = directives,
        };
    }

    private string? LoadText(ScriptFile file)
    {
        try
        {
            using var stream = file.Open();
            if (stream.Length > BytesMax)
            {
                _errors.Add(LoadErrors.TooLarge(file.Path, stream.Length));
                return null;
            }

            return Decode(file.Path, stream);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            _errors.Add(LoadErrors.Unreadable(file.Path, failure.Message));
            return null;
        }
    }

    private string? Decode(string path, Stream stream)
    {
        var buffer = ArrayPool<byte>.Shared.Rent((int)stream.Length);
        try
        {
            var length = stream.ReadAtLeast(buffer, (int)stream.Length, throwOnEndOfStream: false);
            var text = ScriptDecoder.Decode(path, buffer.AsSpan(0, length), out var error);
            if (error is not null)
            {
                _errors.Add(error);
            }

            return text;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
