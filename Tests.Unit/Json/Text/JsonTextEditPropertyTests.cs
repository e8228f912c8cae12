using System.Globalization;
using System.Text;
using CsCheck;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Json.Text;

namespace LiveGridStudio.Tests.Unit.Json.Text;

/// <summary>For any document in any layout: the edit is made, and nothing else changes.</summary>
public sealed class JsonTextEditPropertyTests
{
    private static readonly Gen<string> Names = AnyOf("a", "b", "field", "0", "", "\"", "é", "\uD83D\uDE00", "c.d", "\\");

    private static readonly Gen<JsValue> Scalars = Gen.OneOf(
        Gen.Const(JsValue.Null),
        Gen.Bool.Select(static value => JsValue.FromBoolean(value)),
        AnyOf(0d, 1.5, -2e300, double.PositiveInfinity, 1e-9).Select(static value => JsValue.FromNumber(value)),
        Names.Select(static value => JsValue.FromText(value)));

    private static readonly Gen<JsValue> Values = Gen.Recursive<JsValue>(static (depth, inner) => depth > 3
        ? Scalars
        : Gen.Frequency(
            (2, Scalars),
            (2, inner.Array[0, 4].Select(static items => JsValue.FromList(items))),
            (3, Gen.Select(Names, inner).Array[0, 4].Select(static members => JsValue.FromObject(
                JsObject.Create(members.Select(static member => KeyValuePair.Create(member.Item1, member.Item2))))))));

    [Fact]
    public void Update_AnyTwoDocuments_GivesTheSecond() =>
        Gen.Select(Values, Values, Gen.Int).Sample(static (before, after, seed) =>
        {
            var text = Scatter(before, seed);

            Assert.Equal(after, JsonText.Parse(JsonTextEdit.Update(JsonTextDocument.Parse(text), after)));
            Assert.Equal(text, JsonTextEdit.Update(JsonTextDocument.Parse(text), before));
        });

    [Fact]
    public void Set_AnyPlace_ChangesThatPlaceAlone() =>
        Gen.Select(Values, Values, Gen.Int).Sample(static (document, value, seed) =>
        {
            var text = Scatter(document, seed);
            foreach (var (path, node) in PlacesOf(JsonTextDocument.Parse(text).Root, []))
            {
                var result = JsonTextEdit.Set(JsonTextDocument.Parse(text), path, value);

                Assert.StartsWith(text[..node.Start], result, StringComparison.Ordinal);
                Assert.EndsWith(text[node.End..], result, StringComparison.Ordinal);
                Assert.Equal(value, JsonText.Parse(result[node.Start..^(text.Length - node.End)]));
            }
        });

    [Fact]
    public void Remove_AnyPlace_CutsOnePiece() =>
        Gen.Select(Values, Gen.Int).Sample(static (document, seed) =>
        {
            var text = Scatter(document, seed);
            foreach (var (path, _) in PlacesOf(JsonTextDocument.Parse(text).Root, []).Skip(1))
            {
                var result = JsonTextEdit.Remove(JsonTextDocument.Parse(text), path);

                Assert.Equal(Without(document, path), JsonText.Parse(result));
                Assert.True(IsOnePiece(result, text), $"{text} -> {result}");
            }
        });

    [Fact]
    public void Insert_AnyPlace_AddsOnePiece() =>
        Gen.Select(Values, Values, Gen.Int).Sample(static (document, value, seed) =>
        {
            var text = Scatter(document, seed);
            foreach (var (path, node) in PlacesOf(JsonTextDocument.Parse(text).Root, []).Where(static place => place.Node.Kind == JsKind.List))
            {
                for (var i = 0; i <= node.Children.Count; i++)
                {
                    var result = JsonTextEdit.Insert(JsonTextDocument.Parse(text), path, i, value);

                    Assert.Equal(value, At(JsonText.Parse(result), [.. path, Step(i)]));
                    Assert.Equal(document, JsonText.Parse(JsonTextEdit.Remove(JsonTextDocument.Parse(result), [.. path, Step(i)])));
                    Assert.True(node.Children.Count == 0 || IsOnePiece(text, result), $"{text} -> {result}");
                }
            }
        });

    [Fact]
    public void Move_ThereAndBack_IsTheSameText() =>
        Gen.Select(Values, Gen.Int[0, 9], Gen.Int[0, 9], Gen.Int).Sample(static (document, from, to, seed) =>
        {
            var text = Scatter(document, seed);
            foreach (var (path, node) in PlacesOf(JsonTextDocument.Parse(text).Root, []).Where(static place => place.Node.Children.Count > 0))
            {
                var (first, last) = (from % node.Children.Count, to % node.Children.Count);
                var moved = JsonTextEdit.Move(JsonTextDocument.Parse(text), path, first, last);

                Assert.Equal(text, JsonTextEdit.Move(JsonTextDocument.Parse(moved), path, last, first));
                if (node.Kind == JsKind.List)
                {
                    Assert.Equal(At(document, [.. path, Step(first)]), At(JsonText.Parse(moved), [.. path, Step(last)]));
                }
            }
        });

    [Fact]
    public void Format_AnyDocument_SaysTheSameAndIsStable() =>
        Gen.Select(Values, Gen.Int).Sample(static (document, seed) =>
        {
            var formatted = JsonTextEdit.Format(JsonTextDocument.Parse(Scatter(document, seed)));

            Assert.Equal(document, JsonText.Parse(formatted));
            Assert.Equal(formatted, JsonTextEdit.Format(JsonTextDocument.Parse(formatted)));
        });

    /// <summary>The document with any blanks between its parts.</summary>
    private static string Scatter(JsValue value, int seed)
    {
        string[] blanks = ["", "", " ", "\n", "\r\n    ", "\t", "  "];
        var random = new Random(seed);
        var compact = JsonText.StringifyWhole(value);
        var text = new StringBuilder();
        var isText = false;
        for (var i = 0; i < compact.Length; i++)
        {
            isText ^= compact[i] == '"' && !IsEscaped(compact, i);
            var isMark = !isText && compact[i] is '{' or '}' or '[' or ']' or ',' or ':';
            text.Append(isMark && !isText ? blanks[random.Next(blanks.Length)] : "").Append(compact[i]);
            text.Append(isMark && !isText ? blanks[random.Next(blanks.Length)] : "");
        }

        return text.ToString();
    }

    private static bool IsEscaped(string text, int quote)
    {
        var slashes = 0;
        while (quote - slashes - 1 >= 0 && text[quote - slashes - 1] == '\\')
        {
            slashes++;
        }

        return slashes % 2 == 1;
    }

    private static IEnumerable<(string[] Path, JsonTextNode Node)> PlacesOf(JsonTextNode node, string[] path)
    {
        yield return (path, node);
        for (var i = 0; i < node.Children.Count; i++)
        {
            foreach (var place in PlacesOf(node.Children[i], [.. path, node.Children[i].Name ?? Step(i)]))
            {
                yield return place;
            }
        }
    }

    private static JsValue At(JsValue value, ReadOnlySpan<string> path) => path.IsEmpty
        ? value
        : At(value.IsObject ? value[path[0]] : value.List[int.Parse(path[0], CultureInfo.InvariantCulture)], path[1..]);

    private static JsValue Without(JsValue value, ReadOnlySpan<string> path)
    {
        if (value.IsObject)
        {
            return path.Length == 1 ? value.Object.Without(path[0]) : value.Object.With(path[0], Without(value[path[0]], path[1..]));
        }

        var index = int.Parse(path[0], CultureInfo.InvariantCulture);
        var items = value.List.ToList();
        if (path.Length == 1)
        {
            items.RemoveAt(index);
        }
        else
        {
            items[index] = Without(items[index], path[1..]);
        }

        return JsValue.FromList([.. items]);
    }

    /// <summary>Whether the longer text is the shorter one with one piece put in.</summary>
    private static bool IsOnePiece(string shorter, string longer)
    {
        var head = shorter.AsSpan().CommonPrefixLength(longer);
        var tail = 0;
        while (tail < shorter.Length && shorter[^(tail + 1)] == longer[^(tail + 1)])
        {
            tail++;
        }

        return head + tail >= shorter.Length;
    }

    private static Gen<T> AnyOf<T>(params T[] values) => Gen.OneOf([.. values.Select(static value => Gen.Const(value))]);

    private static string Step(int index) => index.ToString(CultureInfo.InvariantCulture);
}
