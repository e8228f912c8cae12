using LiveGridStudio.App.Recordings;

namespace LiveGridStudio.Tests.Unit.Recordings;

public sealed class RecordingOptionsValidatorTests
{
    public static TheoryData<string, RecordingOptions> Wrong => new()
    {
        { "Recordings:Path", new RecordingOptions { Path = " " } },
        { "Recordings:Path", new RecordingOptions { Path = "a\0b" } },
        { "Recordings:MaxBytes", new RecordingOptions { MaxBytes = 1024 * 1024 - 1 } },
        { "Recordings:MaxBytes", new RecordingOptions { MaxBytes = long.MaxValue } },
        { "Recordings:MaxFiles", new RecordingOptions { MaxFiles = 0 } },
        { "Recordings:MaxFiles", new RecordingOptions { MaxFiles = 10_001 } },
    };

    [Fact]
    public void Validate_Defaults_AreValid() => Assert.True(new RecordingOptionsValidator().Validate(null, new RecordingOptions()).Succeeded);

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Validate_OutOfRange_NamesTheKey(string key, RecordingOptions options) =>
        Assert.StartsWith(key, Assert.Single(new RecordingOptionsValidator().Validate(null, options).Failures!));
}
