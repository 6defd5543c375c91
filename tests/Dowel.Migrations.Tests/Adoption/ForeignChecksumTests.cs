namespace Dowel.Migrations.Tests;

/// <summary>Expected values are those of Python's zlib and hashlib, and of OpenSSL.</summary>
public sealed class ForeignChecksumTests
{
    private const string Unix = "create table a (id bigint);\n-- it's été\ninsert into a values (1);\n";
    private const string EmptyLast = Unix + "\n\n";

    private static readonly string Windows = Unix.Replace("\n", "\r\n", StringComparison.Ordinal);

    [Fact]
    public void Flyway_counts_lines_without_their_ends()
    {
        foreach (var text in new[] { Unix, Windows, EmptyLast, Unix.TrimEnd(), Unix.Replace('\n', '\r') })
        {
            ForeignChecksum.CrcOfLines(text).ShouldBe(-2101555150);
        }

        ForeignChecksum.CrcOfLines("create table a (id bigint);").ShouldBe(-1731422598);
        ForeignChecksum.CrcOfLines("").ShouldBe(0);
    }

    [Fact]
    public void Evolve_takes_LF_line_ends_or_the_bytes_themselves()
    {
        ForeignChecksum.IsMd5(Unix, "DCAFEDB6F1AB8252D305FA85B1FC297E").ShouldBeTrue();
        ForeignChecksum.IsMd5(Windows, "DCAFEDB6F1AB8252D305FA85B1FC297E").ShouldBeTrue();
        ForeignChecksum.IsMd5(Windows, "325A07587982F9CBD36A8F6862217A50").ShouldBeTrue();
        ForeignChecksum.IsMd5(Unix, "7697061AF59DBF553846BA931AD411C1").ShouldBeTrue("with a byte order mark");
        ForeignChecksum.IsMd5(EmptyLast, "7E4DE88580E8FE097D1F37AEF7DB52CB").ShouldBeTrue();
        ForeignChecksum.IsMd5(EmptyLast, "DCAFEDB6F1AB8252D305FA85B1FC297E").ShouldBeFalse();
    }

    [Fact]
    public void Grate_doubles_quotes_and_takes_LF_line_ends()
    {
        ForeignChecksum.Md5OfQuoted(Unix).ShouldBe("xRipxc9B1JM7Ml87og/RGg==");
        ForeignChecksum.Md5OfQuoted(Windows).ShouldBe("xRipxc9B1JM7Ml87og/RGg==");
        ForeignChecksum.Md5OfQuoted(EmptyLast).ShouldBe("EySD/VAZJszg58vZ2WPcSg==");
    }

    [Fact]
    public void Drizzle_takes_the_bytes_whatever_line_ends_they_have_here()
    {
        const string OfUnix = "79429a681e91d791df9b26ebc8c66411e6eea8bda4737f2efcce87011d74e90b";
        ForeignChecksum.Sha256Of(Unix).Contains(OfUnix).ShouldBeTrue();
        ForeignChecksum.Sha256Of(Windows).Contains(OfUnix).ShouldBeTrue();
        ForeignChecksum.Sha256Of(Unix).Contains("b93726e7db211382b217b347a2f8493716d5c8eead2a7e2011950ebc23267b36").ShouldBeTrue("CRLF");
        ForeignChecksum.Sha256Of(Unix).Contains("11a33eec9fd63ff3018578851e3171bb2c8afd5f52025ce9c3b3907e820d25a9").ShouldBeTrue("a mark and CRLF");
        ForeignChecksum.Sha256Of(EmptyLast).Contains(OfUnix).ShouldBeFalse();
    }

    [Fact]
    public void Sqlx_takes_the_bytes_whatever_line_ends_they_have_here()
    {
        const string OfUnix = "d60fe98fd15a1d567b84f5f2efc03fa14fe11838aad90632ebed1a3f0ec7b3b4ad3ab6eed320f52a5d1847fc878a0fe5";
        ForeignChecksum.IsSha384(Unix, OfUnix.ToUpperInvariant()).ShouldBeTrue();
        ForeignChecksum.IsSha384(Windows, OfUnix).ShouldBeTrue();
        ForeignChecksum.IsSha384(Unix, "7fe2db5ae1ccc3f8a6e35c1eb72f2807ea613ae2f7454037b6eb5da9485df9621c4c2a70bc10085d78fe8bc40dbd8672").ShouldBeTrue("CRLF");
        ForeignChecksum.IsSha384(Unix.TrimEnd(), OfUnix).ShouldBeFalse();
    }
}
