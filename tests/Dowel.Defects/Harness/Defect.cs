namespace Dowel.Defects;

/// <summary>A mistake in one file of a system, and where it must be told.</summary>
/// <param name="File">The file.</param>
/// <param name="Text">The file with the mistake.</param>
/// <param name="Start">From where on the place may be, as an offset in the text.</param>
/// <param name="End">Up to where it may be, inclusive.</param>
/// <param name="Codes">The codes of which one must be told there.</param>
public sealed record Defect(string File, string Text, int Start, int End, params string[] Codes)
{
    /// <summary>The one engine that reads the text; null for both.</summary>
    public string? Engine { get; init; }

    /// <summary>Replaces a part of a file by what is wrong; that is its place.</summary>
    public static Defect Replace(string file, string text, (int Start, int Length) part, string wrong, params string[] codes) =>
        new(file, text.Remove(part.Start, part.Length).Insert(part.Start, wrong), part.Start, part.Start + Math.Max(0, wrong.Length - 1), codes);

    /// <summary>The mistake's place lies elsewhere.</summary>
    public Defect At(int start, int length) => this with { Start = start, End = start + Math.Max(0, length - 1) };

    /// <summary>Whether a finding tells of this mistake where it is.</summary>
    public bool IsTold(Finding finding) => finding.File == File && Codes.Contains(finding.Code) && Offset(finding) is var at && at >= Start && at <= End;

    /// <summary>What stands at the mistake's place, for people.</summary>
    public override string ToString() => $"{File}:{Text.AsSpan(0, Start).Count('\n') + 1} «{Text[Start..Math.Min(Text.Length, End + 1)].ReplaceLineEndings("⏎")}» [{string.Join('|', Codes)}] in: {Line}";

    private string Line => Text[(Text.LastIndexOf('\n', Math.Max(0, Start - 1)) + 1)..].Split('\n')[0].Trim();

    private int Offset(Finding finding)
    {
        var at = 0;
        for (var line = 1; line < finding.Line; line++)
        {
            at = Text.IndexOf('\n', at) + 1;
        }

        return at + finding.Column - 1;
    }
}
