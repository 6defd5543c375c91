using System.Runtime.InteropServices;

namespace Dowel.Sqlite;

/// <summary>Memory for the texts and bytes of one statement's parameters.</summary>
/// <remarks>
/// What has been taken does not move until it is cleared, so SQLite is given its address and copies nothing. Belongs to a connection and
/// is used by one statement at a time.
/// </remarks>
internal sealed unsafe class ValueBuffer : IDisposable
{
    private const int BlockBytes = 64 * 1024;
    private readonly List<nint> _large = [];
    private byte* _block = (byte*)NativeMemory.Alloc(BlockBytes);
    private int _used;

    /// <summary>Takes memory.</summary>
    /// <param name="bytes">How much.</param>
    /// <returns>Where it begins.</returns>
    public byte* Take(int bytes)
    {
        if (bytes > BlockBytes - _used)
        {
            var large = (byte*)NativeMemory.Alloc((nuint)bytes);
            _large.Add((nint)large);
            return large;
        }

        var taken = _block + _used;
        _used += bytes;
        return taken;
    }

    /// <summary>Makes all of it free again.</summary>
    public void Clear()
    {
        _used = 0;
        if (_large.Count > 0)
        {
            FreeLarge();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        FreeLarge();
        NativeMemory.Free(_block);
        _block = null;
        _used = BlockBytes;
    }

    private void FreeLarge()
    {
        foreach (var large in _large)
        {
            NativeMemory.Free((void*)large);
        }

        _large.Clear();
    }
}
