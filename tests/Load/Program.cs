using System.Globalization;
using Platform.Load;
using Platform.Load.References;
using Platform.Testing;
using Submitter = Platform.Load.Submitter;

// The reference servers and drivers that tests/Load/run puts beside the platform.
return args switch
{
    ["bytes", var file, var url] => await Done(BytesServer.RunAsync(file, url)),
    ["row-page", var database, var url] => await Done(RowPageServer.RunAsync(database, url)),
    ["batch", var database, var clients, var seconds] => await Print(BatchWriter.RunAsync(database, Number(clients), TimeSpan.FromSeconds(Number(seconds)))),
    ["razor", var url] => await Done(RazorServer.RunAsync(url)),
    ["sign-up", var url, var session] => await Done(Submitter.SignUpAsync(new Uri(url), session)),
    ["official", var url, var name, var printed, var session] => await Done(OfficialSession.SignInAsync(new Uri(url), name, printed, session)),
    ["submit", var url, var session, var clients, var count] => await Print(Submitter.RunAsync(new Uri(url), session, Number(clients), Number(count))),
    ["pace", var addresses, var first, var rate, var seconds, var encodings] => await Print(Pacer.RunAsync(addresses, Number(first), Number(rate), Number(seconds), encodings)),
    ["pack", var inventory, var folder] => Write(() => InventoryPack.Write(inventory, folder)),
    ["queries", var inventory, var file, var count] => Write(() => SearchQueries.Write(inventory, file, Number(count))),
    ["draw", var queries, var file, var count] => Write(() => SearchQueries.Draw(queries, file, Number(count))),
    ["scan", var inventory, var url] => await Done(ScanServer.RunAsync(inventory, url)),
    ["report", var file] => Report.Print(file),
    _ => Usage(),
};

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static async Task<int> Done(Task server)
{
    await server;
    return 0;
}

static async Task<int> Print<T>(Task<T> figures)
{
    Console.WriteLine(Convert.ToString(await figures, CultureInfo.InvariantCulture));
    return 0;
}

static int Write(Action write)
{
    write();
    return 0;
}

static int Usage()
{
    Console.Error.WriteLine("Called by tests/Load/run: bytes FILE URL | razor URL | sign-up URL SESSION | official URL NAME PRINTED SESSION | submit URL SESSION CLIENTS COUNT | row-page DATABASE URL | batch DATABASE CLIENTS SECONDS | scan INVENTORY URL | pack INVENTORY FOLDER | queries INVENTORY FILE COUNT | draw QUERIES FILE COUNT | pace ADDRESSES FIRST RATE SECONDS ENCODINGS | report FILE");
    return 2;
}
