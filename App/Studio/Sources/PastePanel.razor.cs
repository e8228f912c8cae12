using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;
using MudBlazor;

namespace LiveGridStudio.App.Studio.Sources;

public sealed partial class PastePanel : ComponentBase
{
    private const int MostFiles = 10;

    private MudFileUpload<IReadOnlyList<IBrowserFile>>? _upload;
    private IReadOnlyList<string> _problems = [];
    private string? _taken;

    /// <value>The texts; the parent owns them, so that they outlive the panel.</value>
    [Parameter, EditorRequired]
    public required PasteDraft Draft { get; set; }

    /// <value>Raised when the texts are valid and should be shown.</value>
    [Parameter]
    public EventCallback<SampleText> OnPreview { get; set; }

    /// <value>Raised to return to the previous source.</value>
    [Parameter]
    public EventCallback OnClose { get; set; }

    private async Task ReadFilesAsync(InputFileChangeEventArgs change)
    {
        if (change.FileCount == 0)
        {
            return;
        }

        await FlushAsync();
        var problems = new List<string>();
        var taken = new List<(string Name, PastedFile File)>();
        if (change.FileCount > MostFiles)
        {
            problems.Add($"Too many files: {MostFiles} at most.");
        }
        else
        {
            foreach (var file in change.GetMultipleFiles(MostFiles))
            {
                if (await ReadAsync(file, problems) is { } read)
                {
                    taken.Add((PastedFile.ShortName(file.Name), read));
                }
            }
        }

        Draft.Take([.. taken.Select(static item => item.File)]);
        _taken = taken.Count == 0 ? null : string.Join(", ", taken.Select(static item => $"{item.Name}: {NameOf(item.File.Slot)}"));
        _problems = problems;
        if (_upload is not null)
        {
            // Otherwise the same file could not be chosen again.
            await _upload.ClearAsync();
        }
    }

    private static async Task<PastedFile?> ReadAsync(IBrowserFile file, List<string> problems)
    {
        var name = PastedFile.ShortName(file.Name);
        if (file.Size > PastedFile.MaxBytes)
        {
            problems.Add($"{name} is larger than {PastedFile.MaxBytes / 1024 / 1024} MiB.");
            return null;
        }

        try
        {
            await using var stream = file.OpenReadStream(PastedFile.MaxBytes);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes);
            var read = PastedFile.Read(file.Name, bytes.ToArray(), out var problem);
            problems.AddRange(problem is null ? [] : [problem]);
            return read;
        }
        catch (Exception exception) when (exception is IOException or JSException or TimeoutException)
        {
            // The entry is a folder, or a file that no longer exists.
            problems.Add($"{name} cannot be read by the browser.");
            return null;
        }
    }

    private async Task CloseAsync()
    {
        await FlushAsync();
        await OnClose.InvokeAsync();
    }

    private async Task PutBackAsync()
    {
        await FlushAsync();
        Draft.PutBack();
        _taken = null;
    }

    private async Task PreviewAsync()
    {
        await FlushAsync();
        var sample = SampleText.Read(Draft.Definition, Draft.Rows, Draft.Frames, out var problem);
        (_problems, _taken) = (problem is null ? [] : [problem], null);
        if (sample is not null)
        {
            await OnPreview.InvokeAsync(sample);
        }
    }

    /// <summary>Waits for pending input, which must be applied before the action.</summary>
    private async Task FlushAsync()
    {
        foreach (var field in new[] { _definition, _rows, _frames })
        {
            if (field is not null)
            {
                await field.FlushAsync();
            }
        }
    }

    private static string NameOf(PasteSlot slot) => slot switch
    {
        PasteSlot.Definition => "used as the definition",
        PasteSlot.Rows => "used as the rows",
        _ => "used as the frames",
    };
}
