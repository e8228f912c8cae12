using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Lint.Rules;

/// <summary>An object of a widget whose unknown keys Workspace drops.</summary>
internal enum KeyPlace
{
    Data,
    Table,
    Column,
    Param,
}

/// <summary>Changes the objects of one kind in a widget, all of them.</summary>
internal static class KeyPlaces
{
    public static JsValue Change(JsValue widget, KeyPlace place, Func<JsValue, JsValue> change) => place switch
    {
        KeyPlace.Data => JsEdit.Change(widget, ["data"], change),
        KeyPlace.Table => JsEdit.Change(widget, ["data", "table"], change),
        KeyPlace.Column => JsEdit.Change(widget, ["data", "table", "columnsDefs"], list => Each(list, change)),
        _ => JsEdit.Change(widget, ["params"], list => Each(list, entry => entry.IsList ? Each(entry, change) : change(entry))),
    };

    private static JsValue Each(JsValue list, Func<JsValue, JsValue> change) => list.IsList
        ? JsValue.FromList([.. list.List.Select(entry => entry.IsObject || entry.IsList ? change(entry) : entry)])
        : list;
}
