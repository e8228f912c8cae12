using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using StackExchange.Redis;

namespace LiveGridStudio.App.Cluster;

/// <summary>
/// The keys with which pages are signed, kept in Redis for all hosts. While Redis is away a host goes on with the keys that it knows; one
/// that has to make a key then keeps it, and hands it over when Redis is back.
/// </summary>
internal sealed class SharedKeys : IXmlRepository
{
    private readonly Lock _gate = new();
    private readonly IXmlRepository _redis;
    private readonly ILogger _logger;
    private readonly List<(XElement Key, string Name)> _unsaved = [];
    private IReadOnlyCollection<XElement> _known = [];

    public SharedKeys(IXmlRepository redis, IConnectionMultiplexer connection, ILogger<SharedKeys> logger)
    {
        (_redis, _logger) = (redis, logger);
        connection.ConnectionRestored += (_, _) => _ = Task.Run(TrySave);
    }

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        lock (_gate)
        {
            TrySave();
            try
            {
                return _known = _redis.GetAllElements();
            }
            catch (Exception exception) when (exception is RedisException or TimeoutException)
            {
                ClusterLog.KeysAway(_logger, exception.Message);
                return [.. _known, .. _unsaved.Select(static unsaved => unsaved.Key)];
            }
        }
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        lock (_gate)
        {
            _unsaved.Add((element, friendlyName));
            TrySave();
        }
    }

    private void TrySave()
    {
        lock (_gate)
        {
            try
            {
                for (; _unsaved is [var (key, name), ..]; _unsaved.RemoveAt(0))
                {
                    _redis.StoreElement(key, name);
                }
            }
            catch (Exception exception) when (exception is RedisException or TimeoutException)
            {
                ClusterLog.KeysAway(_logger, exception.Message);
            }
        }
    }
}
