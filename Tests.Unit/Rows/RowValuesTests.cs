using CsCheck;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Tests.Unit.Rows;

public sealed class RowValuesTests
{
    [Fact]
    public void Set_AnySlots_ReadsBackAsWritten() =>
        Gen.Select(Gen.Int[1, 40], Gen.Int[0, 39].Array[0, 12], Gen.Int[0, 39].Array[0, 60], Gen.Bool).Sample(static (fields, held, sets, isLoaded) =>
        {
            var nulls = isLoaded ? fields : 0;
            var expected = new Dictionary<int, JsValue>();
            foreach (var slot in held.Where(slot => slot < fields))
            {
                expected[slot] = slot;
            }

            var sut = RowValues.Of([.. expected.Select(static pair => new SlotValue(pair.Key, pair.Value))], fields, nulls);
            foreach (var slot in sets.Where(slot => slot < fields))
            {
                expected[slot] = slot + 100;
                sut.Set(slot, expected[slot], fields);
            }

            for (var slot = 0; slot < fields + 2; slot++)
            {
                var missing = slot < nulls ? JsValue.Null : JsValue.Undefined;
                Assert.Equal(expected.GetValueOrDefault(slot, missing), sut[slot]);
            }

            Assert.True(sut.End > expected.Keys.DefaultIfEmpty(-1).Max());
        });

    [Fact]
    public void Set_LastOfManySlots_BuysNoSlotForTheOthers()
    {
        var sut = RowValues.Of([new SlotValue(0, 1)], fields: 1, nulls: 0);
        var before = GC.GetAllocatedBytesForCurrentThread();

        foreach (var slot in new[] { 15, 31, 63, 127, 256 })
        {
            sut.Set(slot, slot, fields: 257);
        }

        // An array of 257 values would be 4 KB.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1500);
        Assert.Equal((1, 15, 256, 257), (sut[0].Number, sut[15].Number, sut[256].Number, sut.End));
        Assert.True(sut[1].IsUndefined);
    }

    [Fact]
    public void Load_FewOfManyFields_HoldsWhatTheRowsHave()
    {
        var wide = JsObject.Create(Enumerable.Range(0, 1024).Select(static i => KeyValuePair.Create($"f{i}", (JsValue)i)));
        var narrow = JsonText.Parse("""{"z": 1, "f7": 2}""");
        var payload = JsValue.FromList([wide, .. Enumerable.Repeat(narrow, 10_000)]);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var table = RowLoader.Load(payload, new LoadRules([new LoadColumn("f0", false, false)], ShowAll: true));

        // One slot for each of 1024 fields in each row would be 160 MB.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8 << 20);
        Assert.Equal((2, JsValue.Undefined), (table.Rows[5][7].Number, table.Rows[5][8]));
    }
}
