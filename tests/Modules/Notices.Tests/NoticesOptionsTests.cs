using System.ComponentModel.DataAnnotations;
using Platform.Modules.Notices.Sms;
using Platform.Modules.Notices.Smtp;

namespace Platform.Modules.Notices.Tests;

public sealed class NoticesOptionsTests
{
    [Fact]
    public void Good_settings_are_taken() => Assert.Empty(Check(new() { Smtp = Smtp(), Sms = new() { Url = "https://sms.example/send" } }));

    [Fact]
    public void A_password_in_clear_is_refused()
    {
        var smtp = Smtp();
        (smtp.Security, smtp.User, smtp.Password) = (SmtpSecurity.None, "u", "p");

        Assert.Contains(Check(new() { Smtp = smtp }), m => m.Contains("in clear", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("http://sms.example/send")]
    [InlineData("sms.example")]
    public void A_gateway_in_clear_is_refused(string url) => Assert.Single(Check(new() { Sms = new SmsOptions { Url = url } }));

    [Fact]
    public void All_mistakes_are_told_at_once() =>
        Assert.Equal(3, Check(new() { Attempts = 0, Smtp = new() { Host = "mail" }, Sms = new() { Url = "https://x.example", Method = "DELETE" } }, parts: true).Count);

    private static SmtpOptions Smtp() => new() { Host = "mail.example", From = "portal@example.org" };

    private static List<string> Check(NoticesOptions options, bool parts = false)
    {
        var found = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), found, validateAllProperties: true);
        // The framework looks at the parts only where the whole is well formed; both belong to what an operator is told.
        return [.. found.Concat(parts ? options.Validate(new(options)) : []).Select(r => r.ErrorMessage!)];
    }
}
