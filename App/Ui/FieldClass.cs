namespace LiveGridStudio.App.Ui;

/// <summary>
/// The classes of MudBlazor's outlined fields, for fields in plain markup: components would cost each page several times as much. A control
/// contains a container, which contains a box and a label; the box contains the input and a border.
/// </summary>
internal static class FieldClass
{
    public const string Control = "mud-input-control mud-input-outlined-with-label mud-input-input-control";

    public const string DenseControl = Control + " mud-input-control-margin-dense";

    public const string Container = "mud-input-control-input-container";

    public const string Box = "mud-input mud-input-outlined mud-input-outlined-with-label mud-typography-subtitle1";

    /// <summary>The label is on the border, as above a text.</summary>
    public const string Raised = "mud-shrink";

    /// <summary>The box has a button at its end.</summary>
    public const string WithEnd = "mud-input-adorned-end";

    public const string Disabled = "mud-disabled";

    public const string Input = "mud-input-slot mud-input-root mud-input-root-outlined";

    public const string DenseInput = Input + " mud-input-root-margin-dense";

    public const string LinesInput = Input + " mud-input-root-multiline";

    public const string Border = "mud-input-outlined-border";

    public const string Label = "mud-input-label mud-input-label-animated mud-input-label-outlined mud-input-label-inputcontrol";

    public const string DenseLabel = Label + " mud-input-label-margin-dense";
}
