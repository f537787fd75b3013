package dev.aisle.ingest.refine.memory;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/** One cache for all stores of the process: without it each of the partitions' stores takes its own 50 MB and more. */
public final class BoundedRocksDb implements RocksDBConfigSetter {
    private static final long CACHE_BYTES = 24L << 20;
    private static final String COMPACTION = "aisle.compaction.seconds";
    private static final long A_DAY = Duration.ofDays(1).toSeconds();
    private static final long WRITE_BUFFER_BYTES = 2L << 20;

    static {
        RocksDB.loadLibrary();
    }

    private static final Cache CACHE = new LRUCache(CACHE_BYTES);
    /** Write buffers are counted against the cache. */
    private static final WriteBufferManager WRITE_BUFFERS = new WriteBufferManager(CACHE_BYTES / 2, CACHE);

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        if (options.tableFormatConfig() instanceof BlockBasedTableConfig table) {
            table.setBlockCache(CACHE);
            table.setCacheIndexAndFilterBlocks(true);
            options.setTableFormatConfig(table);
        }
        options.setWriteBufferManager(WRITE_BUFFERS);
        options.setWriteBufferSize(WRITE_BUFFER_BYTES);
        options.setMaxWriteBufferNumber(2);
        // What was deleted is in the files until they are written anew: at the latest after this time.
        Object seconds = configs.get(COMPACTION);
        options.setPeriodicCompactionSeconds(seconds == null ? A_DAY : Long.parseLong(seconds.toString()));
    }

    /** The cache is the process's and outlives each store. */
    @Override
    public void close(String storeName, Options options) {}
}
