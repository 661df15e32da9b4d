using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Data;
using Platform.Core.People;
using Platform.Host;
using Platform.Modules.Identity.Accounts;

namespace Platform.Cli.Officials;

/// <summary><c>egov officials</c>: the first official of an instance, whom nobody could make in a page.</summary>
internal static class OfficialsCommand
{
    public static Command Create() => new("officials", "Make accounts of officials from the console.\n\nExample: egov officials add amina --role administrator") { Add() };

    private static Command Add()
    {
        var name = new Argument<string>("name") { Description = "What the official signs in with." };
        var role = new Option<string>("--role") { Description = "A role of the pack's roles.yaml.", DefaultValueFactory = _ => "administrator" };
        var organization = new Option<string>("--organization") { Description = "An organization of the pack; * for all.", DefaultValueFactory = _ => Grant.AnyOrganization };
        var command = new Command(
            "add",
            "Make an official with a password and an authenticator secret, printed once. Further officials are then made in the pages.\n\n" +
            "Example: egov officials add amina --role administrator --data /srv/egov/data --pack /srv/egov/pack\n" +
            "The host's other options follow after --, as: -- --database \"Host=db;Database=egov\"");
        var host = new Argument<string[]>("host-options") { Description = "Options of the host: --data, --pack, --database, --environment.", Arity = ArgumentArity.ZeroOrMore };
        command.Add(name);
        command.Add(role);
        command.Add(organization);
        command.Add(host);
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parse, _) => RunAsync(
            parse, parse.GetValue(name)!, new Grant(parse.GetValue(role)!, parse.GetValue(organization)!, null), [.. parse.GetValue(host) ?? [], .. parse.UnmatchedTokens]));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, string name, Grant grant, string[] hostOptions)
    {
        var (output, error) = (parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error);
        var added = false;
        var code = await PlatformHost.RunAsync([.. hostOptions, "--Logging:LogLevel:Default", "Error"], async app =>
        {
            try
            {
                var access = await app.Services.GetRequiredService<OfficialAccounts>().AddAsync(name, grant);
                await output.WriteLineAsync($"{name} signs in with the password {access.Password} and the authenticator secret {access.Totp}. Neither is shown again.");
                added = true;
            }
            catch (ArgumentException wrong)
            {
                await error.WriteLineAsync(wrong.Message);
            }
            catch (DuplicateException)
            {
                await error.WriteLineAsync($"Somebody signs in as {name} already; choose another name.");
            }
        });
        return code == 0 && !added ? 1 : code;
    }
}
