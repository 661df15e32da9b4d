using System.Security.Cryptography;
using Platform.Core.Keys;
using Platform.Core.Keys.Escrow;
using Platform.Testing;

namespace Platform.Core.Tests.Keys;

public sealed class KeyEscrowTests : IDisposable
{
    private readonly TestFolder temporary = new();
    private readonly KeyFolder folder;

    public KeyEscrowTests()
    {
        folder = new KeyFolder(temporary["keys/instance.key"]);
        folder.Init();
        folder.Rotate();
    }

    private KeyFolder Empty => new(temporary["new/instance.key"]);

    public void Dispose() => temporary.Dispose();

    [Fact]
    public void Printed_shares_bring_back_all_keys()
    {
        var paper = KeyEscrow.Split(folder, 3, 5).Select(share => share.ToString()).ToList();

        var active = KeyEscrow.Restore(Empty, [.. paper.Skip(2).Select(EscrowShare.Parse)]);

        Assert.Equal(new InstanceKeys(folder).Active, active);
        Assert.Equal(new InstanceKeys(folder).All, new InstanceKeys(Empty).All);
    }

    [Fact]
    public void A_share_is_read_however_it_was_typed()
    {
        var share = KeyEscrow.Split(folder, 2, 2)[1];
        var typed = "\n " + share.ToString().ToLowerInvariant().Replace('-', ' ').Replace('1', 'l').Replace('0', 'o').Replace(" ", " \n", StringComparison.Ordinal);

        Assert.Equal(share.ToString(), EscrowShare.Parse(typed).ToString());
    }

    [Fact]
    public void One_wrong_letter_is_found_in_its_share()
    {
        var text = KeyEscrow.Split(folder, 2, 3)[0].ToString();
        for (var at = "EGOV1-".Length; at < text.Length - 1; at++)
        {
            var wrong = text.ToCharArray();
            wrong[at] = wrong[at] == 'A' ? 'B' : 'A';
            if (text[at] != '-')
            {
                Assert.Throws<InstanceKeyException>(() => EscrowShare.Parse(new string(wrong)));
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("EGOV1-")]
    [InlineData("EGOV1-ABC")]
    [InlineData("EGOV1-UUUUU-UUUUU-UUUUU-UUUUU")]
    [InlineData("ABCDE-FGHJK")]
    public void What_is_no_share_is_refused(string text) => Assert.Throws<InstanceKeyException>(() => EscrowShare.Parse(text));

    [Fact]
    public void Too_few_and_the_same_one_twice_are_refused()
    {
        var shares = KeyEscrow.Split(folder, 3, 3);

        var error = Assert.Throws<InstanceKeyException>(() => KeyEscrow.Restore(Empty, [shares[0], shares[1], shares[0]]));

        Assert.Contains("3 different shares are needed, 2 were given", error.Message, StringComparison.Ordinal);
        Assert.False(Empty.HasActive);
    }

    [Fact]
    public void Shares_of_two_escrows_do_not_mix()
    {
        var (one, other) = (KeyEscrow.Split(folder, 2, 2), KeyEscrow.Split(folder, 2, 2));

        Assert.Throws<InstanceKeyException>(() => KeyEscrow.Restore(Empty, [one[0], other[1]]));
    }

    [Fact]
    public void A_forged_share_gives_no_key_rather_than_a_wrong_one()
    {
        var shares = KeyEscrow.Split(folder, 2, 2);
        var forged = shares[1] with { Value = RandomNumberGenerator.GetBytes(shares[1].Value.Length) };

        Assert.Throws<InstanceKeyException>(() => KeyEscrow.Restore(Empty, [shares[0], forged]));
        Assert.False(Empty.HasActive);
    }

    [Fact]
    public void A_folder_that_has_a_key_keeps_it()
    {
        var shares = KeyEscrow.Split(folder, 2, 2);

        Assert.Throws<InstanceKeyException>(() => KeyEscrow.Restore(folder, shares));
    }
}
