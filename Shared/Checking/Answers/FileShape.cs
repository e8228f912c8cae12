using LiveGridStudio.Shared.Checking.Validation.Schemas;

namespace LiveGridStudio.Shared.Checking.Answers;

/// <summary>The answers of widgets that show a file.</summary>
internal static class FileShape
{
    private const string Json = "application/json";
    private const string Pdf = "application/pdf";

    public static AnswerShape OfPdf(EndpointAnswer answer)
    {
        if (answer.ContentType is not (Json or Pdf))
        {
            return AnswerShape.Wrong(
                $"The content type is {(answer.ContentType is { } type ? ValueWords.Quote(type) : "missing")}: Workspace shows no file.",
                $"Send exactly {Json} or {Pdf}, without a charset behind it.");
        }

        if (answer.ContentType == Pdf)
        {
            return answer.Body.Length > 0 ? AnswerShape.Fine($"a file of {answer.Body.Length} bytes") : AnswerShape.Wrong("The file is empty.", "Send the file.");
        }

        var value = answer.Json;
        return answer.NotJson is { } problem ? AnswerShape.Wrong($"The answer is not JSON: {problem}", "Send JSON.")
            : value["data_format"]["data_type"].Text != "pdf"
                ? AnswerShape.Wrong("The answer's data_format.data_type is not pdf: Workspace shows no file.", "Send {\"data_format\": {\"data_type\": \"pdf\"}, \"content\": ...}.")
            : value["content"].Text is null && value["url"].Text is null && value["file_reference"].Text is null
                ? AnswerShape.Wrong("The answer has neither content nor url: Workspace shows no file.", "Send the file in base64 as content, or its address as url.")
            : AnswerShape.Fine("a file");
    }
}
