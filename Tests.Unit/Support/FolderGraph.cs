using Mono.Cecil;
using Mono.Cecil.Rocks;

namespace LiveGridStudio.Tests.Unit.Support;

/// <summary>Which folders use which, read from a built assembly: namespaces follow folders.</summary>
internal sealed class FolderGraph
{
    private readonly Dictionary<(string From, string To), SortedSet<string>> _uses = [];
    private readonly Dictionary<string, SortedSet<string>> _foreign = [];
    private readonly string _root;

    /// <param name="assembly">The assembly; its signatures, attributes and method bodies are read.</param>
    /// <param name="root">The namespace of the project's own folder.</param>
    public FolderGraph(System.Reflection.Assembly assembly, string root)
    {
        _root = root;
        using var module = ModuleDefinition.ReadModule(assembly.Location);
        foreach (var type in module.GetAllTypes())
        {
            foreach (var used in UsedBy(type))
            {
                Add(type, used);
            }
        }
    }

    /// <value>Folders that other folders use, or that use others.</value>
    public IEnumerable<string> Folders => _uses.Keys.SelectMany(static use => new[] { use.From, use.To }).Distinct().Order(StringComparer.Ordinal);

    /// <summary>Uses of one folder by another, subfolders included, each as <c>type -> type</c>.</summary>
    public IEnumerable<string> Uses(string from, string to) => _uses
        .Where(use => IsIn(use.Key.From, from) && IsIn(use.Key.To, to))
        .SelectMany(static use => use.Value);

    /// <summary>The types of other assemblies that a folder, or one below it, uses.</summary>
    public IEnumerable<string> Foreign(string folder) => _foreign
        .Where(use => IsIn(use.Key, folder))
        .SelectMany(static use => use.Value);

    /// <summary>Uses of sibling folders that a folder, with its subfolders, may not use.</summary>
    public IEnumerable<string> Strays(string from, string[] allowed) => Folders
        .Select(static folder => folder.Split('.')[0])
        .Where(room => room.Length > 0 && room != from && !allowed.Contains(room))
        .Distinct()
        .SelectMany(room => Uses(from, room));

    /// <summary>
    /// Sibling folders that use each other, directly or through others. A folder's subfolders count as part of it; a folder and its
    /// subfolders may use each other, as a list of rules and the rules do.
    /// </summary>
    public IEnumerable<string> Cycles()
    {
        foreach (var parent in Folders.SelectMany(static folder => AndAbove(folder)).Append("").Distinct())
        {
            var rooms = Folders.Select(folder => RoomOf(parent, folder)).OfType<string>().Distinct().ToArray();
            var next = rooms.ToDictionary(
                static room => room, room => rooms.Where(other => other != room && Uses(room, other).Any()).ToArray());
            foreach (var room in rooms)
            {
                foreach (var other in next[room].Where(other => Reaches(next, other, room)))
                {
                    yield return $"{room} -> {other}: {string.Join(", ", Uses(room, other).Take(8))}";
                }
            }
        }
    }

    private static bool Reaches(Dictionary<string, string[]> next, string from, string to)
    {
        var seen = new HashSet<string>();
        var open = new Stack<string>([from]);
        while (open.TryPop(out var room))
        {
            if (room == to)
            {
                return true;
            }

            if (seen.Add(room))
            {
                foreach (var other in next[room])
                {
                    open.Push(other);
                }
            }
        }

        return false;
    }

    private static bool IsIn(string folder, string other) =>
        folder == other || folder.StartsWith(other + ".", StringComparison.Ordinal);

    private static IEnumerable<string> AndAbove(string folder)
    {
        for (var at = folder; at.Length > 0; at = at.Contains('.', StringComparison.Ordinal) ? at[..at.LastIndexOf('.')] : "")
        {
            yield return at;
        }
    }

    /// <summary>The folder right below a parent that a folder is in; null when it is not below it.</summary>
    private static string? RoomOf(string parent, string folder)
    {
        if (folder.Length == 0 || (parent.Length > 0 && (folder == parent || !IsIn(folder, parent))))
        {
            return null;
        }

        var end = folder.IndexOf('.', parent.Length == 0 ? 0 : parent.Length + 1);
        return end < 0 ? folder : folder[..end];
    }

    private void Add(TypeDefinition user, TypeReference used)
    {
        if (FolderOf(user) is not { } from)
        {
            return;
        }

        if (FolderOf(used) is not { } to)
        {
            _foreign.TryAdd(from, new SortedSet<string>(StringComparer.Ordinal));
            _foreign[from].Add(Outermost(used).FullName);
        }
        else if (from != to)
        {
            if (!_uses.TryGetValue((from, to), out var uses))
            {
                _uses[(from, to)] = uses = new SortedSet<string>(StringComparer.Ordinal);
            }

            uses.Add($"{Outermost(user).Name} -> {Outermost(used).Name}");
        }
    }

    private string? FolderOf(TypeReference type)
    {
        var space = Outermost(type).Namespace;
        return space == _root ? "" : space.StartsWith(_root + ".", StringComparison.Ordinal) ? space[(_root.Length + 1)..] : null;
    }

    private static TypeReference Outermost(TypeReference type)
    {
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        return type;
    }

    private static IEnumerable<TypeReference> UsedBy(TypeDefinition type)
    {
        List<TypeReference?> used = [type.BaseType, .. type.Interfaces.Select(static item => item.InterfaceType), .. Of(type)];
        foreach (var field in type.Fields)
        {
            used.AddRange([field.FieldType, .. Of(field)]);
        }

        foreach (var property in type.Properties)
        {
            used.AddRange(Of(property));
        }

        foreach (var method in type.Methods)
        {
            used.AddRange([method.ReturnType, .. method.Parameters.Select(static parameter => parameter.ParameterType), .. Of(method)]);
            if (method.HasBody)
            {
                used.AddRange(method.Body.Variables.Select(static variable => variable.VariableType));
                used.AddRange(method.Body.Instructions.SelectMany(static instruction => Of(instruction.Operand)));
            }
        }

        return used.OfType<TypeReference>().SelectMany(Parts);
    }

    private static IEnumerable<TypeReference?> Of(ICustomAttributeProvider marked) => marked.CustomAttributes.SelectMany(static attribute =>
        attribute.ConstructorArguments.Select(static argument => argument.Value as TypeReference).Append(attribute.AttributeType));

    private static IEnumerable<TypeReference?> Of(object? operand) => operand switch
    {
        TypeReference type => [type],
        GenericInstanceMethod method => [.. method.GenericArguments, method.DeclaringType, method.ReturnType],
        MethodReference method => [method.DeclaringType, method.ReturnType, .. method.Parameters.Select(static parameter => parameter.ParameterType)],
        FieldReference field => [field.DeclaringType, field.FieldType],
        _ => [],
    };

    private static IEnumerable<TypeReference> Parts(TypeReference type) => type switch
    {
        GenericInstanceType generic => [.. Parts(generic.ElementType), .. generic.GenericArguments.SelectMany(Parts)],
        TypeSpecification outer => Parts(outer.ElementType),
        _ => [type],
    };
}
