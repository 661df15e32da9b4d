using System.Globalization;
using Platform.Load;
using Platform.Load.References;

// The reference servers and drivers that tests/Load/run puts beside the platform.
return args switch
{
    ["bytes", var file, var url] => await Done(BytesServer.RunAsync(file, url)),
    ["row-page", var database, var url] => await Done(RowPageServer.RunAsync(database, url)),
    ["batch", var database, var clients, var seconds] => await Print(BatchWriter.RunAsync(database, Number(clients), TimeSpan.FromSeconds(Number(seconds)))),
    ["report", var file] => Report.Print(file),
    _ => Usage(),
};

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static async Task<int> Done(Task server)
{
    await server;
    return 0;
}

static async Task<int> Print(Task<double> rate)
{
    Console.WriteLine((await rate).ToString("F0", CultureInfo.InvariantCulture));
    return 0;
}

static int Usage()
{
    Console.Error.WriteLine("Called by tests/Load/run: bytes FILE URL | row-page DATABASE URL | batch DATABASE CLIENTS SECONDS | report FILE");
    return 2;
}
