using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Npgsql;

namespace Dowel.Conformance;

/// <summary>Stands between a client and the server: counts round trips, and can pass for a server of another kind.</summary>
/// <remarks>Messages: PostgreSQL 18 docs, 54.7. The start-up message has no type; every other one has, then its length.</remarks>
internal sealed class PostgresProxy : IAsyncDisposable
{
    private const byte Sync = (byte)'S';
    private const byte DataRow = (byte)'D';
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly NpgsqlConnectionStringBuilder _server;
    private readonly CancellationTokenSource _end = new();
    private int _roundTrips;

    public PostgresProxy(string connectionString)
    {
        _server = new(connectionString);
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>How the driver connects through the proxy.</summary>
    public string ConnectionString => new NpgsqlConnectionStringBuilder(_server.ConnectionString)
    {
        Host = "127.0.0.1",
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port,
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
    }.ConnectionString;

    /// <summary>How often a client has asked for an answer since it had logged in.</summary>
    public int RoundTrips => _roundTrips;

    /// <summary>Words in rows of the server, and words of the same length that clients are told instead.</summary>
    public (string Real, string Claimed)? Claims { get; init; }

    /// <summary>A word of a client after which the connection is cut: the server hears it, and the client no answer.</summary>
    public string? CutsAt { get; init; }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            var client = await _listener.AcceptTcpClientAsync(_end.Token);
            _ = ServeAsync(client.GetStream(), await ConnectAsync());
        }
    }

    private async Task<NetworkStream> ConnectAsync()
    {
        var isLocal = _server.Host!.StartsWith('/');
        var socket = isLocal
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(
            isLocal ? new UnixDomainSocketEndPoint($"{_server.Host}/.s.PGSQL.{_server.Port}") : new DnsEndPoint(_server.Host, _server.Port),
            _end.Token);
        return new(socket, ownsSocket: true);
    }

    private async Task ServeAsync(NetworkStream client, NetworkStream server)
    {
        await using var _ = client;
        await using var __ = server;
        await PassAsync(client, server, hasType: false, _ => true);
        await Task.WhenAny(
            PumpAsync(client, server, Count),
            PumpAsync(server, client, Disguise));
    }

    private bool Count(byte[] message)
    {
        _roundTrips += message[0] == Sync ? 1 : 0;
        return CutsAt is null || message.AsSpan().IndexOf(Encoding.UTF8.GetBytes(CutsAt)) < 0;
    }

    private bool Disguise(byte[] message)
    {
        if (Claims is { } claims && message[0] == DataRow
            && message.AsSpan().IndexOf(Encoding.UTF8.GetBytes(claims.Real)) is >= 0 and var at)
        {
            Encoding.UTF8.GetBytes(claims.Claimed).CopyTo(message, at);
        }

        return true;
    }

    private async Task PumpAsync(NetworkStream from, NetworkStream to, Func<byte[], bool> look)
    {
        while (await PassAsync(from, to, hasType: true, look))
        {
        }
    }

    private async Task<bool> PassAsync(NetworkStream from, NetworkStream to, bool hasType, Func<byte[], bool> look)
    {
        var head = new byte[hasType ? 5 : 4];
        if (await from.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, _end.Token) < head.Length)
        {
            return false;
        }

        var message = new byte[BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(^4)) + (hasType ? 1 : 0)];
        head.CopyTo(message, 0);
        await from.ReadExactlyAsync(message.AsMemory(head.Length), _end.Token);
        var goesOn = look(message);
        await to.WriteAsync(message, _end.Token);
        return goesOn;
    }
}
