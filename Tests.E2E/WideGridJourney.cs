using System.Globalization;
using LiveGridStudio.Tests.E2E.Faulty;
using LiveGridStudio.Tests.E2E.Support;
using Microsoft.Playwright;

namespace LiveGridStudio.Tests.E2E;

/// <summary>An author navigates a table with more columns and rows than fit, some of them pinned.</summary>
public sealed class WideGridJourney(BrowserFixture browser, SharedHostFixture fixture) : FaultyBackendJourney(browser, fixture.Host)
{
    private const int RowCount = 200;
    private const int ColumnCount = 25;

    /// <summary>Whether the active cell is visible: below the header, beside the pinned columns.</summary>
    private const string IsActiveInSight =
        """
        grid => {
          const cell = grid.querySelector(".lg-active");
          if (!cell) return false;
          const box = cell.getBoundingClientRect();
          return [box.left + 3, box.right - 3].every(x => [box.top + 3, box.bottom - 3].every(y => cell.contains(document.elementFromPoint(x, y))));
        }
        """;

    /// <summary>Points of a picture of the grid, in from each side by one pixel, that do not have the ring's colour.</summary>
    private const string MissingInRing =
        """
        async picture => {
          const bytes = Uint8Array.from(atob(picture), letter => letter.charCodeAt(0));
          const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
          const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
          canvas.drawImage(image, 0, 0);
          const probe = document.createElement("i");
          probe.style.color = "var(--mud-palette-primary)";
          document.body.append(probe);
          const wanted = getComputedStyle(probe).color.match(/\d+/g).slice(0, 3).map(Number);
          const missing = [];
          for (const at of [0.05, 0.25, 0.5, 0.75, 0.95]) {
            const x = Math.round(at * image.width), y = Math.round(at * image.height);
            for (const [px, py] of [[x, 1], [x, image.height - 2], [1, y], [image.width - 2, y]]) {
              const found = canvas.getImageData(px, py, 1, 1).data;
              if (wanted.some((part, i) => Math.abs(part - found[i]) > 8)) missing.push(`${px},${py}: ${found}`);
            }
          }
          return missing;
        }
        """;

    private const string ScrollTo =
        """
        (grid, { left, top }) => {
          grid.scrollLeft = left * (grid.scrollWidth - grid.clientWidth);
          grid.scrollTop = top * (grid.scrollHeight - grid.clientHeight);
        }
        """;

    /// <summary>At every point of the view there is a cell or a header.</summary>
    private const string IsFilled =
        """
        grid => {
          const box = grid.getBoundingClientRect();
          for (let x = box.left + 5; x < box.left + grid.clientWidth - 5; x += 40) {
            for (let y = box.top + 5; y < box.top + grid.clientHeight - 5; y += 30) {
              if (!document.elementFromPoint(x, y)?.closest("[role=gridcell], [role=columnheader]")) return false;
            }
          }
          return true;
        }
        """;

    /// <summary>Cells that are not below their header, and pinned ones that are not at their edge.</summary>
    private const string OutOfLine =
        """
        grid => {
          const wrong = [];
          const headers = new Map([...grid.querySelectorAll("[role=columnheader]")].map(each => [each.dataset.field, each.getBoundingClientRect()]));
          for (const cell of grid.querySelectorAll("[data-row-id] [role=gridcell]")) {
            const box = cell.getBoundingClientRect(), header = headers.get(cell.dataset.field);
            if (!header || Math.abs(header.left - box.left) > 0.1 || Math.abs(header.width - box.width) > 0.1) wrong.push(cell.dataset.testid);
          }
          const view = grid.getBoundingClientRect();
          if (Math.abs(headers.get("id").left - view.left - grid.clientLeft) > 0.1) wrong.push("id");
          if (Math.abs(headers.get("c999").right - view.left - grid.clientLeft - grid.clientWidth) > 0.1) wrong.push("c999");
          return wrong;
        }
        """;

    [Fact]
    public async Task Keys_ToTheFarCorner_BringTheActiveCellIntoView()
    {
        var studio = await OpenWideAsync();
        await studio.Grid.FocusAsync();
        await studio.Page.Keyboard.PressAsync("ArrowDown");
        await ExpectActiveAsync(studio, "0", "c0");

        await studio.Page.Keyboard.PressAsync("Control+End");
        await ExpectActiveAsync(studio, "199", "c24");
        await studio.Page.Keyboard.PressAsync("ArrowLeft");
        await ExpectActiveAsync(studio, "199", "c23");

        await studio.Page.Keyboard.PressAsync("Control+Home");
        await ExpectActiveAsync(studio, "0", "c0");
        await studio.Page.Keyboard.PressAsync("ArrowUp");
        await studio.Page.Keyboard.PressAsync("End");
        await ExpectActiveAsync(studio, null, "c24");
    }

    [Fact]
    public async Task Keys_RightAndLeftAgain_KeepTheActiveCellBesideThePinnedColumns()
    {
        var studio = await OpenWideAsync();
        await studio.Grid.FocusAsync();
        await studio.Page.Keyboard.PressAsync("ArrowDown");
        const int Pace = 4;
        for (var column = Pace; column < ColumnCount; column += Pace)
        {
            await PressAsync("ArrowRight");
            await ExpectActiveAsync(studio, "0", Name(column));
        }

        for (var column = ColumnCount - 1 - Pace; column >= 0; column -= Pace)
        {
            await PressAsync("ArrowLeft");
            await ExpectActiveAsync(studio, "0", Name(column));
        }

        async Task PressAsync(string key)
        {
            for (var i = 0; i < Pace; i++)
            {
                await studio.Page.Keyboard.PressAsync(key);
            }
        }
    }

    [Fact]
    public async Task Focus_ByKeyboard_RingIsDrawnAroundAllOfTheGrid()
    {
        var studio = await OpenWideAsync("&theme=light");
        var box = (await studio.Grid.BoundingBoxAsync())!;
        await studio.TabToAsync(studio.Grid);

        var picture = await studio.Page.ScreenshotAsync(new PageScreenshotOptions
        {
            Clip = new Clip { X = box.X, Y = box.Y, Width = box.Width, Height = box.Height },
        });

        var wrong = await studio.Page.EvaluateAsync<string[]>(MissingInRing, Convert.ToBase64String(picture));
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("dark")]
    [InlineData("light")]
    public async Task Pinned_ScrolledUnder_HasItsHeaderAndAnEdge(string theme)
    {
        var studio = await OpenWideAsync("&theme=" + theme);
        var header = studio.Grid.Locator("[role=columnheader][data-field=c0]");
        var pinned = studio.Cell("0", "c0");
        Assert.Equal(
            await CssAsync(studio.Grid.Locator("[role=columnheader][data-field=c1]"), "background-color"),
            await CssAsync(header, "background-color"));
        await Expect(pinned).ToHaveCSSAsync("border-right-width", "1px");
        await Expect(studio.Cell("0", "c24")).ToHaveCSSAsync("border-left-width", "1px");
        await Expect(pinned).ToHaveCSSAsync("box-shadow", "none");
        await Expect(studio.Cell("0", "c24")).Not.ToHaveCSSAsync("box-shadow", "none");

        await studio.Grid.EvaluateAsync("grid => { grid.scrollLeft = grid.scrollWidth; }");

        await Expect(pinned).Not.ToHaveCSSAsync("box-shadow", "none");
        await Expect(header).Not.ToHaveCSSAsync("box-shadow", "none");
        await Expect(studio.Cell("0", "c24")).ToHaveCSSAsync("box-shadow", "none");
    }

    /// <summary>
    /// A thousand columns: which cells the page holds at each place, and that no visible cell is missing, misplaced or unreachable.
    /// </summary>
    [Fact]
    public async Task Columns_AThousand_OnlyThoseInViewAreInThePageAndAllCanBeReached()
    {
        var studio = await OpenManyAsync();
        await Expect(studio.Grid).ToHaveAttributeAsync("aria-colcount", "1000");
        await Expect(studio.Grid).ToHaveAttributeAsync("aria-rowcount", "3001");
        foreach (var (left, top) in new[] { (0.0, 0.0), (0.3, 0.2), (0.7003, 0.5), (1, 1), (0.9, 0), (0.0, 0.6) })
        {
            await studio.Grid.EvaluateAsync(ScrollTo, new { left, top });
            await studio.Page.WaitForFunctionAsync(IsFilled, await studio.Grid.ElementHandleAsync());
            Assert.InRange(await studio.Page.EvaluateAsync<int>("document.querySelectorAll('*').length"), 500, 5000);
            Assert.Empty(await studio.Grid.EvaluateAsync<string[]>(OutOfLine));
        }

        await studio.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await studio.Grid.FocusAsync();
        await studio.Page.Keyboard.PressAsync("ArrowDown");
        await ExpectActiveAsync(studio, "0", "id");
        await studio.Page.Keyboard.PressAsync("Control+End");
        await ExpectActiveAsync(studio, "2999", "c999");
        await studio.Page.Keyboard.PressAsync("ArrowLeft");
        await studio.Page.Keyboard.PressAsync("PageUp");
        await Expect(studio.Grid.Locator(".lg-active[data-field=c997]")).ToHaveTextAsync("997");
        await studio.Page.WaitForFunctionAsync(IsActiveInSight, await studio.Grid.ElementHandleAsync());
        await Accessibility.CheckAsync(studio.Page);

        // Out of view it is still the active cell of a focused grid.
        await studio.Grid.EvaluateAsync(ScrollTo, new { left = 0.0, top = 0.0 });
        await Expect(studio.Grid.Locator(".lg-active")).ToHaveCountAsync(0);
        await studio.Page.Keyboard.PressAsync("Control+c");
        Assert.Equal("997", await studio.Page.EvaluateAsync<string>("navigator.clipboard.readText()"));
        await Expect(studio.Grid).ToBeFocusedAsync();
        await Accessibility.CheckAsync(studio.Page);
        await studio.Page.Keyboard.PressAsync("ArrowLeft");
        await studio.Page.WaitForFunctionAsync(IsActiveInSight, await studio.Grid.ElementHandleAsync());

        await studio.Grid.Locator("[role=columnheader][data-field=c990]").ClickAsync();
        await Expect(studio.Grid.Locator("[role=columnheader][data-field=c990]")).ToHaveAttributeAsync("aria-sort", "ascending");
        await studio.Page.Keyboard.PressAsync("ArrowDown");
        await ExpectActiveAsync(studio, "2999", "c990");

        var header = studio.Grid.Locator("[role=columnheader][data-field=c990]");
        var (before, handle) = ((await header.BoundingBoxAsync())!, (await header.Locator(".lg-handle").BoundingBoxAsync())!);
        await studio.Page.Mouse.MoveAsync(handle.X + 4, handle.Y + 8);
        await studio.Page.Mouse.DownAsync();
        await studio.Page.Mouse.MoveAsync(handle.X + 44, handle.Y + 8);
        Assert.Equal(before.Width + 40, (await header.BoundingBoxAsync())!.Width, 1.5);
        await studio.Page.Mouse.UpAsync();
        await studio.Page.WaitForFunctionAsync(IsFilled, await studio.Grid.ElementHandleAsync());
        Assert.Equal(before.Width + 40, (await header.BoundingBoxAsync())!.Width, 1.5);
        Assert.Empty(await studio.Grid.EvaluateAsync<string[]>(OutOfLine));
        Assert.Empty(ConsoleErrors);
    }

    [Fact]
    public async Task HoverCard_List_HasRoomForItsBullets()
    {
        var studio = await OpenWideAsync();
        await studio.Cell("0", "c1").HoverAsync();
        var card = studio.Page.GetByRole(AriaRole.Tooltip);

        var item = (await card.Locator("li").First.BoundingBoxAsync())!;

        Assert.InRange(item.X - (await card.BoundingBoxAsync())!.X, 24, 40);
    }

    [Fact]
    public async Task HoverCard_WheelOnIt_ScrollsTheGrid()
    {
        var studio = await OpenWideAsync();
        await studio.Cell("0", "c1").HoverAsync();
        var card = studio.Page.GetByRole(AriaRole.Tooltip);
        var box = (await card.BoundingBoxAsync())!;
        await studio.Page.Mouse.MoveAsync(box.X + 20, box.Y + 20);
        await Expect(card).ToBeVisibleAsync();

        // Make the page itself scrollable.
        await studio.Page.EvaluateAsync("document.body.style.paddingBottom = '2000px'");
        // The browser registers wheel listeners with the next frame.
        await studio.Page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        await studio.Page.Mouse.WheelAsync(0, 200);

        await studio.Page.WaitForFunctionAsync("grid => grid.scrollTop === 200", await studio.Grid.ElementHandleAsync());
        Assert.Equal(0, await studio.Page.EvaluateAsync<int>("scrollY"));
    }

    private static Task<string> CssAsync(ILocator element, string property) =>
        element.EvaluateAsync<string>("(element, property) => getComputedStyle(element).getPropertyValue(property)", property);

    /// <summary>Asserts that the cell is active and fully visible.</summary>
    private static async Task ExpectActiveAsync(StudioPageObject studio, string? row, string field)
    {
        var cell = row is null
            ? studio.Grid.Locator($"[role=columnheader].lg-active[data-field={field}]")
            : studio.Grid.Locator($"[data-row-id='{row}'] .lg-active[data-field={field}]");
        await Expect(cell).ToHaveCountAsync(1);
        await studio.Page.WaitForFunctionAsync(IsActiveInSight, await studio.Grid.ElementHandleAsync());
    }

    private static string Name(int column) => string.Create(CultureInfo.InvariantCulture, $"c{column}");

    /// <summary>The first column pinned left, the last one right, and a hover card in the second.</summary>
    private async Task<StudioPageObject> OpenWideAsync(string more = "")
    {
        var columns = Enumerable.Range(0, ColumnCount).Select(static i => i switch
        {
            0 => """{"field":"c0","pinned":"left","width":110}""",
            1 => """{"field":"c1","width":160,"renderFn":"hoverCard","renderFnParams":{"hoverCard":{"title":"Title","markdown":"- one\n- two"}}}""",
            ColumnCount - 1 => """{"field":"c24","pinned":"right","width":120}""",
            _ => $$"""{"field":"{{Name(i)}}","width":150}""",
        });
        var rows = Enumerable.Range(0, RowCount).Select(static row =>
            "{" + string.Join(',', Enumerable.Range(0, ColumnCount).Select(column => $"\"{Name(column)}\":{(column == 0 ? row : (row * 100) + column)}")) + "}");
        var backend = await StartOddAsync();
        backend.Answer("/rows", $"[{string.Join(',', rows)}]");
        backend.Answer(
            "/widgets.json",
            $$$"""
            {"wide":{"name":"Wide","description":"","type":"live_grid","endpoint":"rows","params":[],
             "data":{"wsRowIdColumn":"c0","table":{"showAll":true,"columnsDefs":[{{{string.Join(',', columns)}}}]} } }}
            """);
        var address = $"/preview?backend={Uri.EscapeDataString(backend.Address.ToString())}&widget=wide{more}";
        var studio = await OpenAsync(Host, address, new ViewportSize { Width = 900, Height = 500 });
        await Expect(studio.Cell("0", "c0")).ToBeVisibleAsync();
        return studio;
    }

    /// <summary>
    /// 1 000 columns x 3 000 rows, the first column pinned left and the last one right. Most rows have only the columns that the journey
    /// reads.
    /// </summary>
    private async Task<StudioPageObject> OpenManyAsync()
    {
        const int Rows = 3000;
        const int Columns = 1000;
        var first = string.Join(',', Enumerable.Range(1, Columns - 1).Select(static i => $"\"c{i}\":{i}"));
        var rows = Enumerable.Range(0, Rows).Select(row =>
            $"{{\"id\":{row},{(row == 0 ? first : $"\"c1\":1,\"c990\":{-row},\"c997\":997,\"c998\":998,\"c999\":{row}")}}}");
        var backend = await StartOddAsync();
        backend.Answer("/rows", $"[{string.Join(',', rows)}]");
        backend.Answer(
            "/widgets.json",
            """
            {"many":{"name":"Many","description":"","type":"live_grid","endpoint":"rows","params":[],
             "data":{"wsRowIdColumn":"id","table":{"showAll":true,"columnsDefs":[
              {"field":"id","headerName":"Id","pinned":"left","width":110},{"field":"c999","headerName":"C999","pinned":"right","width":120},{"field":"c998","headerName":"A header that is long"}]}}}}
            """);
        var host = StartQuietHost(("Studio:MaxCells", "4000000"));
        var studio = await OpenAsync(host, $"/preview?backend={Uri.EscapeDataString(backend.Address.ToString())}&widget=many");
        await Expect(studio.Cell("0", "c1")).ToBeVisibleAsync();
        return studio;
    }
}
