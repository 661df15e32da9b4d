using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Platform.Modules.Identity.Accounts;
using Platform.Testing;

namespace Platform.Modules.Identity.Tests;

/// <summary>Counted, not timed: a clock on a busy machine proves nothing.</summary>
public sealed class HashingTests
{
    [Fact]
    public async Task An_unknown_name_a_wrong_password_and_one_that_is_over_take_the_same_work()
    {
        var hasher = new Counting();
        await using var platform = await TestPlatform.StartAsync(configure: builder => builder.Services.AddSingleton<IPasswordHasher<Account>>(hasher));
        var (known, over) = (await platform.CitizenAsync(), await platform.CitizenAsync());
        await PrintAndForgetAsync(platform, over);
        await WorkAsync(hasher, platform, "somebody.else", 1);

        var work = new[]
        {
            await WorkAsync(hasher, platform, "nobody.at.all", 2),
            await WorkAsync(hasher, platform, known.SignInName, 3),
            await WorkAsync(hasher, platform, over.SignInName, 4),
            await WorkAsync(hasher, platform, "x", 5),
        };

        Assert.All(work, done => Assert.Equal((1, 0), done));
    }

    private static async Task<(int Verified, int Hashed)> WorkAsync(Counting hasher, TestPlatform platform, string name, int network)
    {
        (hasher.Verified, hasher.Hashed) = (0, 0);
        Assert.Null((await platform.Client($"10.2.{network}.1").SignInAsync(name, "not the password")).Headers.Location);
        return (hasher.Verified, hasher.Hashed);
    }

    private static async Task PrintAndForgetAsync(TestPlatform platform, TestPerson person)
    {
        var desk = await platform.ClientAsync(await platform.OfficialAsync("clerk", "moha"));
        await desk.SendAsync($"/en/desk/people/{person.PersonId}/reset");
        platform.Clock.Leap(TimeSpan.FromDays(2));
    }

    private sealed class Counting : IPasswordHasher<Account>
    {
        private readonly PasswordHasher<Account> real = new();

        public int Verified { get; set; }

        public int Hashed { get; set; }

        public string HashPassword(Account user, string password)
        {
            Hashed++;
            return real.HashPassword(user, password);
        }

        public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
        {
            Verified++;
            return real.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
