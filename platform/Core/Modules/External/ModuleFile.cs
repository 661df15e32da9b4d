namespace Platform.Core.Modules.External;

/// <summary>A file of a release whose signature was verified, as the bytes that were verified: what lies on a disk may change afterwards.</summary>
/// <param name="Name">As <c>Acme.Permits.dll</c>.</param>
public sealed record ModuleFile(string Name, byte[] Content);
