using System.Globalization;
using System.Xml;
using LiveGridStudio.App.Check;
using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.App.Doctor;
using LiveGridStudio.Shared.Checking;

namespace LiveGridStudio.App.Cli.Output;

/// <summary>Writes a doctor's report as JUnit XML: a test suite for each group, a test case for each step.</summary>
internal static class DoctorJUnit
{
    public static void Write(TextWriter writer, DoctorReport report)
    {
        writer.WriteLine("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        using var xml = XmlWriter.Create(writer, new XmlWriterSettings { Indent = true, OmitXmlDeclaration = true, CheckCharacters = false, NewLineChars = "\n" });
        xml.WriteStartElement("testsuites");
        xml.WriteAttributeString("name", Clean(ConnectProblem.Name(report.Backend)));
        foreach (var (group, name) in DoctorWording.Groups)
        {
            WriteSuite(xml, name, [.. report.Steps.Where(step => step.Group == group)]);
        }

        WriteFindings(xml, report);
        xml.WriteEndElement();
        xml.Flush();
        writer.WriteLine();
    }

    private static void WriteSuite(XmlWriter xml, string name, List<DoctorStep> steps)
    {
        Start(xml, name, steps.Count, steps.Count(static step => step.Status == DoctorStatus.Error), steps.Count(static step => step.Status == DoctorStatus.Skipped));
        foreach (var step in steps)
        {
            xml.WriteStartElement("testcase");
            xml.WriteAttributeString("classname", step.Id);
            xml.WriteAttributeString("name", Clean(step.WidgetId ?? name));
            var text = Clean($"{step.Message}{(step.Seen is null ? "" : $" Seen: {step.Seen}.")}{(step.Fix is null ? "" : $" {step.Fix}")}");
            switch (step.Status)
            {
                case DoctorStatus.Error:
                    WriteReason(xml, "failure", text);
                    break;
                case DoctorStatus.Skipped:
                    WriteReason(xml, "skipped", text);
                    break;
                default:
                    xml.WriteElementString("system-out", (step.Status == DoctorStatus.Warning ? "Warning: " : "") + text);
                    break;
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteFindings(XmlWriter xml, DoctorReport report)
    {
        var groups = FindingGroup.Of(report.Findings);
        Start(xml, "Findings", groups.Count, groups.Count(static group => group.Severity == FindingSeverity.Error), 0);
        foreach (var group in groups)
        {
            var text = new FindingText(group.First.Source, group.First.Finding);
            xml.WriteStartElement("testcase");
            xml.WriteAttributeString("classname", group.First.Finding.Rule);
            xml.WriteAttributeString("name", Clean(text.Place.ToString()));
            var words = Clean($"{CheckJson.NameOf(group.Severity)}: {text.Sentence}{group.More}");
            if (group.Severity == FindingSeverity.Error)
            {
                WriteReason(xml, "failure", words);
            }
            else
            {
                xml.WriteElementString("system-out", words);
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Start(XmlWriter xml, string name, int tests, int failures, int skipped)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", name);
        xml.WriteAttributeString("tests", tests.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("failures", failures.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("skipped", skipped.ToString(CultureInfo.InvariantCulture));
    }

    private static void WriteReason(XmlWriter xml, string element, string text)
    {
        xml.WriteStartElement(element);
        xml.WriteAttributeString("message", text);
        xml.WriteEndElement();
    }

    /// <summary>Without control characters, and without halves of pairs, which XML cannot hold.</summary>
    private static string Clean(string text) => string.Concat(PlainText.Of(text).Select(static letter => XmlConvert.IsXmlChar(letter) ? letter : '?'));
}
