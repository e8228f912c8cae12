using LiveGridStudio.App.Studio.Sources;

namespace LiveGridStudio.Tests.Unit.Studio.Sources;

public sealed class RecordingAddressTests
{
    [Theory]
    [InlineData("?recording=a.jsonl", 1, false)]
    [InlineData("?recording=a.jsonl&speed=2&loop=true", 2, true)]
    [InlineData("?RECORDING=a.jsonl&speed=0.5&loop=True", 0.5, true)]
    [InlineData("?recording=a.jsonl&speed=1e9", 100, false)]
    [InlineData("?recording=a.jsonl&speed=0", 0.1, false)]
    [InlineData("?recording=a.jsonl&speed=-3", 0.1, false)]
    [InlineData("?recording=a.jsonl&speed=NaN&loop=yes", 1, false)]
    [InlineData("?recording=a.jsonl&speed=fast&speed=2&loop=", 1, false)]
    [InlineData("?recording=a.jsonl&recording=b.jsonl", 1, false)]
    public void Read_Recording_HasASpeedThatCanBePlayed(string query, double speed, bool isLooping) =>
        Assert.Equal(new RecordingAddress("a.jsonl", speed, isLooping), RecordingAddress.Read("http://localhost/preview" + query));

    [Theory]
    [InlineData("")]
    [InlineData("?recording=")]
    [InlineData("?widget=recording")]
    public void Read_NoRecording_IsNull(string query) => Assert.Null(RecordingAddress.Read("http://localhost/preview" + query));
}
