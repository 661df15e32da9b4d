using Dapper;
using Platform.Core.People;
using Platform.Testing;

namespace Platform.Core.Tests.People;

public sealed class ScopeTests
{
    private static readonly (string Organization, string? Area)[] Rows =
        [("moha", "/01/"), ("moha", "/01/0101/"), ("moha", "/010/"), ("moha", "/02/"), ("moha", null), ("mof", "/01/0101/")];

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_sql_selects_exactly_what_the_scope_covers(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await database.Db.WriteAsync("create table test_row (n integer not null, organization text not null, area_path text null)");
        for (var n = 0; n < Rows.Length; n++)
        {
            await database.Db.WriteAsync("insert into test_row (n, organization, area_path) values (@n, @o, @a)", new { n, o = Rows[n].Organization, a = Rows[n].Area });
        }

        Scope[] scopes = [new([]), new([new("moha", null)]), new([new("moha", "/01/")]), new([new("mof", "/01/"), new("moha", "/02/")])];
        await using var connection = await database.Db.OpenAsync();
        foreach (var scope in scopes)
        {
            var parameters = new DynamicParameters();
            var found = await connection.QueryAsync<int>($"select n from test_row where {scope.ToSql("organization", "area_path", parameters)} order by n", parameters);
            Assert.Equal(Enumerable.Range(0, Rows.Length).Where(n => scope.Covers(Rows[n].Organization, Rows[n].Area)), found);
        }
    }

    [Fact]
    public void A_viewer_may_only_where_a_grant_with_the_permission_reaches()
    {
        var viewer = new Viewer();
        Assert.False(viewer.May("cases.decide"));

        viewer.SignedIn(Guid.CreateVersion7(), "substantial", [new("registrar", "moha", "/01/"), new("clerk", "mof", null)], p => p == "cases.decide" ? new HashSet<string> { "registrar" } : []);

        Assert.True(viewer.May("cases.decide"));
        Assert.True(viewer.May("cases.decide", "moha", "/01/0101/"));
        Assert.False(viewer.May("cases.decide", "moha", "/02/"));
        Assert.False(viewer.May("cases.decide", "mof", "/01/"));
        Assert.False(viewer.May("cases.view"));
    }
}
