using CoreData;

namespace Dowel.CoreDataTests;

public sealed class TokenTests
{
    [Fact]
    public void A_token_is_256_bits_in_base64url_and_comes_back()
    {
        var tokens = Enumerable.Range(0, 200).Select(_ => TokenSecret.Create()).ToList();

        tokens.Select(token => token.Reveal()).Distinct().Count().ShouldBe(200);
        foreach (var token in tokens)
        {
            token.Reveal().Length.ShouldBe(TokenSecret.Characters);
            System.Buffers.Text.Base64Url.DecodeFromChars(token.Reveal()).Length.ShouldBe(32);
            TokenSecret.TryParse(token.Reveal(), out var read).ShouldBeTrue();
            read!.Hash.ShouldBe(token.Hash);
            token.Matches(read.Hash).ShouldBeTrue();
        }
    }

    [Fact]
    public void Its_hash_is_the_one_that_any_tool_makes()
    {
        TokenSecret.TryParse(new string('a', 43), out var token).ShouldBeTrue();

        // printf 'a%.0s' {1..43} | sha256sum
        token!.Hash.ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"u8)));
        token.Matches(token.Hash.ToUpperInvariant()).ShouldBeFalse();
        token.Matches("").ShouldBeFalse();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa+")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa=")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaä")]
    public void What_can_be_no_token_is_none(string? text) => TokenSecret.TryParse(text, out _).ShouldBeFalse();
}
