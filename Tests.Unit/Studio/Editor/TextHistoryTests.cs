using CsCheck;
using LiveGridStudio.App.Studio.Editor;
using Microsoft.Extensions.Time.Testing;

namespace LiveGridStudio.Tests.Unit.Studio.Editor;

public sealed class TextHistoryTests
{
    [Fact]
    public void UndoAndRedo_AnyTexts_GoThroughThemAll() =>
        Gen.String[Gen.Char["ab\r\n\"\uD83D\uDE00"], 0, 12].Array[1, 20].Sample(static texts =>
        {
            var sut = new TextHistory(new FakeTimeProvider());
            var seen = new List<string> { texts[0] };
            foreach (var text in texts.Skip(1).Where((text, i) => text != texts[i]))
            {
                sut.Record(seen[^1], text, null);
                seen.Add(text);
            }

            var current = seen[^1];
            for (var i = seen.Count - 2; i >= 0; i--)
            {
                Assert.Equal(seen[i], current = sut.Undo(current));
            }

            Assert.False(sut.CanUndo);
            for (var i = 1; i < seen.Count; i++)
            {
                Assert.Equal(seen[i], current = sut.Redo(current));
            }

            Assert.False(sut.CanRedo);
        });

    [Fact]
    public void Between_AnyTexts_IsTheDifference() =>
        Gen.Select(Gen.String, Gen.String).Sample(static (before, after) =>
        {
            var edit = TextEdit.Between(before, after);

            Assert.Equal(after, string.Concat(before.AsSpan(0, edit.Start), edit.Text, before.AsSpan(edit.End)));
        });

    [Fact]
    public void Record_ManySteps_KeepsTheNewest()
    {
        var sut = new TextHistory(new FakeTimeProvider());
        var text = "";
        for (var i = 0; i < TextHistory.MostSteps + 10; i++)
        {
            sut.Record(text, text + "x", null);
            text += "x";
        }

        while (sut.CanUndo)
        {
            text = sut.Undo(text);
        }

        Assert.Equal(10, text.Length);
    }

    [Fact]
    public void Record_LargeSteps_KeepsWhatFits()
    {
        var sut = new TextHistory(new FakeTimeProvider());
        var (small, large) = ("a", new string('b', TextHistory.MostCharacters / 2));
        sut.Record(small, large, null);
        sut.Record(large, small, null);
        sut.Record(small, large, null);

        Assert.Equal(small, sut.Undo(large));
        Assert.False(sut.CanUndo);
    }

    [Fact]
    public void Record_GroupAfterUndo_IsAStepOfItsOwn()
    {
        var sut = new TextHistory(new FakeTimeProvider());
        sut.Record("a", "ab", "typing");
        sut.Undo("ab");
        sut.Redo("a");
        sut.Record("ab", "abc", "typing");

        Assert.Equal("ab", sut.Undo("abc"));
    }
}
