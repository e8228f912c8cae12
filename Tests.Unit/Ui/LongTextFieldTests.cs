using Bunit;
using LiveGridStudio.App.Ui;
using LiveGridStudio.Tests.Unit.Support;
using Microsoft.JSInterop;

namespace LiveGridStudio.Tests.Unit.Ui;

public sealed class LongTextFieldTests : StudioContext
{
    private const int Most = 50_000;

    private readonly BunitJSModuleInterop _page;
    private string? _value = "given";

    public LongTextFieldTests()
    {
        var module = JSInterop.SetupModule("./Ui/LongTextField.razor.js");
        _page = module.SetupModule("init", static _ => true);
        _page.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public void Render_GivenText_IsWrittenOnceAndIsNotInTheMarkup()
    {
        var cut = RenderField();
        cut.Render();

        Assert.Equal("given", Assert.Single(_page.Invocations["write"]).Arguments[0]);
        Assert.DoesNotContain("given", cut.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Typed_LongText_IsFetchedAndNotWrittenBack()
    {
        var text = new string('ä', Most);
        _page.Setup<IJSStreamReference>("read").SetResult(new TextReference(text));
        var cut = RenderField();

        await cut.InvokeAsync(() => cut.Instance.TypedAsync(null));
        cut.Render(parameters => parameters.Add(field => field.Value, _value));

        Assert.Equal(text, _value);
        Assert.Single(_page.Invocations["write"]);
    }

    [Theory]
    [InlineData(Most + 1)]
    [InlineData((3 * Most) + 1)]
    public async Task Typed_MoreThanTheFieldTakes_IsNotTaken(int length)
    {
        _page.Setup<IJSStreamReference>("read").SetResult(new TextReference(new string('a', length)));
        var cut = RenderField();

        await cut.InvokeAsync(() => cut.Instance.TypedAsync(null));
        await cut.InvokeAsync(() => cut.Instance.TypedAsync(new string('a', Most + 1)));

        Assert.Equal("given", _value);
    }

    [Fact]
    public void Value_LongText_GoesInPieces()
    {
        var cut = RenderField();

        cut.Render(parameters => parameters.Add(field => field.Value, new string('x', LongText.MostInMessage + 1)));

        Assert.IsType<DotNetStreamReference>(_page.Invocations["write"][^1].Arguments[0]);
    }

    private IRenderedComponent<LongTextField> RenderField() => Render<LongTextField>(parameters => parameters
        .Add(field => field.Label, "Rows")
        .Add(field => field.MaxLength, Most)
        .Add(field => field.Value, _value)
        .Add(field => field.ValueChanged, value => _value = value));
}
