using FsCheck;
using FsCheck.Fluent;

namespace Dowel.Postgres.Tests;

public sealed class RoundTripTests
{
    private static readonly string[] Atoms =
    [
        "a", "a$b", "a$b$", "e", "E", "u", "ü$x$", "$1", "$12", "12", "1.5", "+", "-", "/", "*", "::", ":=", "?|", "#>>", "@>", "[1:2]", ".", ",", "=", "$",
        "begin", "end", "case", "atomic", "copy", "from", "stdin", "\"a;b\"", "\"it's\"", "U&\"\\0061;\"\"\"", "'a;b'", "'it''s;'", "='\\'", "E'\\';'", "e'a'\n'\\';b'",
        "e'\\\\'", "U&'\\'", "x'1f'", "B'0;'", "''", "$$;$$", "$t$ ; $$ ' $t$", "$ü$;/*$ü$", "(1)", "(a; b)", "(';)')",
    ];

    private static readonly string[] Blanks = [" ", "\n", "\r\n", "\t", " \f", "/*;*/", "/* ' /* ; */ $$ */", " -- ; ' $$ /*\n", " --\r\n"];

    private static readonly string[] Bodies =
    [
        "create function f() returns int begin atomic", "create or replace procedure p(a text default ';') begin /* ; */ atomic",
        "CREATE FUNCTION begin(end int)\nRETURNS begin BEGIN -- ;\nATOMIC",
    ];

    private static readonly string[] Rows = ["1\t;'\n", "$$\n", "/*\n", "\\.x\n", "\n", "\\N\t\"\r\n"];

    private static Gen<string> Blank => Gen.Elements(Blanks);

    private static Gen<string> Tail => Gen.ListOf(
        from blank in Blank
        from atom in Gen.Elements(Atoms)
        select blank + atom).Select(string.Concat);

    private static Gen<Piece> Simple =>
        from first in Gen.Elements("select", "insert", "create table", "create rule", "do", "x")
        from tail in Tail
        select new Piece(first + tail, null);

    private static Gen<Piece> Routine =>
        from head in Gen.Elements(Bodies)
        from statements in Gen.NonEmptyListOf(Tail)
        select new Piece($"{head}{string.Concat(statements.Select(tail => $" select{tail};"))} end", null);

    private static Gen<Piece> Copy =>
        from head in Gen.Elements("copy t from stdin", "COPY \"x;y\" (a) FROM /* ; */ STDIN with (delimiter ';')")
        from rows in Gen.ListOf(Gen.Elements(Rows))
        select new Piece(head, string.Concat(rows));

    private static Gen<Placed> Program => Gen.ListOf(
        from before in Gen.ListOf(Gen.OneOf(Blank, Gen.Constant(";"), Gen.Constant("\n\\restrict x;'\n")))
        from piece in Gen.Frequency((4, Simple), (1, Routine), (1, Copy))
        from after in Blank
        select (string.Concat(before), piece, after)).Select(Placed.Of);

    [Fact]
    public void A_program_splits_into_the_statements_it_was_made_of() => Prop.ForAll(
        Program.ToArbitrary(),
        program =>
        {
            var result = Postgres.Dialect.Split(program.Text);
            result.Error.ShouldBeNull();
            result.Statements
                .Select(statement => new Piece(statement.Text, statement.CopyData is null ? null : statement.CopyText.ToString()))
                .ShouldBe(program.Pieces);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void Any_text_is_split_or_refused() => Prop.ForAll(
        Gen.ListOf(Gen.OneOf(Gen.Elements(Atoms), Blank, Gen.Elements("'", "\"", "$", "$$", "\\", ";", "(", ")", "/*", "*/", "--", "e'", "\\.\n", "\0"), Gen.Elements(Bodies)))
            .Select(string.Concat).ToArbitrary(),
        text =>
        {
            var result = Postgres.Dialect.Split(text);
            result.Statements.ShouldAllBe(statement => statement.Length > 0 && !char.IsWhiteSpace(statement.Text[0]));
            var place = 0;
            foreach (var span in Postgres.Dialect.FindQuoted(text))
            {
                span.Start.ShouldBeGreaterThanOrEqualTo(place);
                place = span.End;
            }

            place.ShouldBeLessThanOrEqualTo(text.Length);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    private sealed record Piece(string Text, string? Rows);

    private sealed record Placed(string Text, Piece[] Pieces)
    {
        public static Placed Of(IEnumerable<(string Before, Piece Piece, string After)> pieces)
        {
            var all = pieces.ToArray();
            return new(string.Concat(all.Select(Render)), [.. all.Select(item => item.Piece)]);
        }

        private static string Render((string Before, Piece Piece, string After) item) =>
            item.Piece.Rows is { } rows
                ? $"{item.Before}{item.Piece.Text}{item.After};\n{rows}\\.\n"
                : $"{item.Before}{item.Piece.Text}{item.After};";
    }
}
