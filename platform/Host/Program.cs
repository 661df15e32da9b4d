using Platform.Host;

return await PlatformHost.RunAsync(args);
