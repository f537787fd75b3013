package dev.aisle.compute.evaluate;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/** The highest use of the heap since the start of the measurement. */
final class PeakMemory {
    private final List<MemoryPoolMXBean> pools;

    private PeakMemory(List<MemoryPoolMXBean> pools) {
        this.pools = pools;
    }

    @SuppressWarnings("SystemGc") // what the algorithm before left behind is not this one's use
    static PeakMemory start() {
        System.gc();
        List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        pools.forEach(MemoryPoolMXBean::resetPeakUsage);
        return new PeakMemory(pools);
    }

    long bytes() {
        return pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    }
}
