using System.Globalization;
using System.Numerics;
using DevLab.JmesPath.Expressions;
using DevLab.JmesPath.Utils;
using LiveGridStudio.Shared.Json;
using Newtonsoft.Json.Linq;

namespace LiveGridStudio.App.Sources.Mapping;

/// <summary>Turns our values into those that JMESPath works on, and back.</summary>
/// <remarks>
/// Texts are read by <see cref="JsonText"/> alone: Newtonsoft's reader takes time that grows with the square of a number's digits, and has other
/// limits. A number is a double on both sides, so it comes through as JavaScript reads it.
/// </remarks>
internal static class JmesToken
{
    /// <summary>Up to here every whole number is a double.</summary>
    private const double MostWhole = 1L << 53;

    /// <summary>
    /// The library has one token each for null, true and false, and the first result with one of them would keep it, and be kept by it: for all
    /// threads and permanently. With a parent from the start they are copied.
    /// </summary>
    private static readonly JArray Owner = [JTokens.Null, JTokens.True, JTokens.False];

    public static JToken Of(JsValue value) => value.Kind switch
    {
        JsKind.Text => new JValue(value.Text),
        JsKind.Boolean => new JValue(value.Boolean),
        JsKind.Number => OfNumber(value.Number),
        JsKind.List => OfList(value),
        JsKind.Object => OfObject(value.Object),
        _ => JValue.CreateNull(),
    };

    /// <summary>The values of a projection one by one: as one token they would all be copied first.</summary>
    public static JsValue ToValue(JmesPathArgument argument) => argument.IsProjection
        ? JsValue.FromList([.. argument.Projection.Select(ToValue)])
        : ToValue(argument.Token);

    private static JsValue ToValue(JToken token) => token switch
    {
        SourceObject known => known.Source,
        JObject members => JsObject.Create(members.Properties().Select(static member => KeyValuePair.Create(member.Name, ToValue(member.Value)))),
        JArray elements => JsValue.FromList([.. elements.Select(ToValue)]),
        JValue { Value: { } value } => ToValue(value),
        _ => JsValue.Null,
    };

    /// <summary>A whole one as a whole one: JMESPath tells 1 and 1.0 apart, JSON does not.</summary>
    private static JValue OfNumber(double number) =>
        number == Math.Truncate(number) && Math.Abs(number) <= MostWhole ? new JValue((long)number) : new JValue(number);

    private static JArray OfList(JsValue list)
    {
        var elements = new JArray();
        foreach (var element in list.List)
        {
            elements.Add(Of(element));
        }

        return elements;
    }

    private static SourceObject OfObject(JsObject members)
    {
        var copy = new SourceObject(members);
        foreach (var (name, value) in members)
        {
            copy.Add(name, Of(value));
        }

        return copy;
    }

    /// <summary>An object that an expression only picks is not converted back.</summary>
    private sealed class SourceObject(JsObject source) : JObject
    {
        public JsObject Source => source;
    }

    private static JsValue ToValue(object value) => value switch
    {
        string text => text,
        bool truth => truth,
        BigInteger whole => Finite((double)whole),
        IConvertible number => Finite(number.ToDouble(CultureInfo.InvariantCulture)),
        _ => JsValue.Null,
    };

    /// <summary><c>to_number('NaN')</c> is no number of JSON.</summary>
    private static JsValue Finite(double number) => double.IsFinite(number) ? number : JsValue.Null;
}
