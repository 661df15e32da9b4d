namespace Platform.Core.Modules;

/// <summary>
/// A module that speaks the system of one country or vendor. It is on only where the pack's <c>connectors</c> list it, and a release has it only then;
/// nothing refers to it but the host's list.
/// </summary>
public abstract class PlatformConnector : PlatformModule;
