using LiveGridStudio.App.Studio;
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
    public void Read_Recording_HasASpeedThatCanBePlayed(string query, double speed, bool isLooping) =>
        Assert.Equal(new RecordingAddress("a.jsonl", speed, isLooping), StudioAddress.Read("http://localhost/preview" + query).Recording);

    [Theory]
    [InlineData("")]
    [InlineData("?recording=")]
    [InlineData("?widget=recording")]
    [InlineData("?speed=2&loop=true")]
    [InlineData("?param.recording=a.jsonl")]
    public void Read_NoRecording_IsNull(string query) => Assert.Null(StudioAddress.Read("http://localhost/preview" + query).Recording);

    [Theory]
    [InlineData(1, false, "?recording=a.jsonl")]
    [InlineData(0.5, true, "?recording=a.jsonl&speed=0.5&loop=true")]
    public void ToQuery_Recording_SaysWhatIsNotTheRule(double speed, bool isLooping, string expected)
    {
        var sut = new StudioAddress { Recording = new RecordingAddress("a.jsonl", speed, isLooping) };

        Assert.Equal(expected, sut.ToQuery());
        Assert.Equal(sut.Recording, StudioAddress.Read("http://localhost/" + sut.ToQuery()).Recording);
    }
}
