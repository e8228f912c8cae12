using System.Net.Sockets;
using LiveGridStudio.App.Catalog.Files;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Catalog.Files;

public sealed class RegularFileTests : IDisposable
{
    private const long Most = 10_000;

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(4095)]
    [InlineData(4096)]
    [InlineData((int)Most)]
    public void Read_UpToTheLimit_IsTheWholeFile(int length)
    {
        var bytes = new byte[length];
        new Random(1).NextBytes(bytes);
        File.WriteAllBytes(_folder["f"], bytes);

        Assert.Equal(bytes, RegularFile.Read(_folder["f"], Most));
    }

    [Fact]
    public void Read_LargerFile_SaysHowLarge()
    {
        File.WriteAllBytes(_folder["f"], new byte[Most + 1]);

        Refuses("f", "the file has 10001 bytes, more than the 10000 that are read.");
    }

    [Fact]
    public void Read_Folder_SaysSo()
    {
        Directory.CreateDirectory(_folder["d"]);

        Refuses("d", "it is a folder, not a regular file.");
    }

    [Fact]
    public void Read_NothingThere_SaysSo() => Refuses("f", "there is no such file.");

    [Fact]
    public void Read_PipeThatNobodyWritesTo_IsRefusedAtOnce()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere the catalog's limit ends the wait.");
        _folder.WritePipe("p");

        Refuses("p", "it is a pipe, not a regular file.");
    }

    [Fact]
    public void Read_SocketOrDevice_IsRefused()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Devices have other names elsewhere.");
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(_folder["s"]));

        Refuses("s", "it is a socket or a device, not a regular file.");
        Refuses("/dev/zero", "it is a device, not a regular file.");
        File.CreateSymbolicLink(_folder["l"], "/dev/null");
        Refuses("l", "it is a device, not a regular file.");
    }

    [Fact]
    public void StampOf_LinkToAFileThatChanges_IsThatOfTheFile()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links take a privilege there.");
        _folder.Write("f", "1");
        File.CreateSymbolicLink(_folder["l"], _folder["f"]);
        var before = Stamp();

        _folder.Write("f", "12");

        Assert.Equal((1, 2), (before.Length, Stamp().Length));
        Assert.Equal("12"u8.ToArray(), RegularFile.Read(_folder["l"], Most));
    }

    private FileStamp Stamp()
    {
        using var handle = RegularFile.Open(_folder["l"]);
        return RegularFile.StampOf(handle);
    }

    private void Refuses(string name, string reason) =>
        Assert.Equal(reason, Assert.ThrowsAny<IOException>(() => RegularFile.Read(Path.Combine(_folder.FullName, name), Most)).Message);
}
