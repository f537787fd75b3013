package dev.aisle.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** CPU time of this process, all of its threads: others on the machine don't lengthen it. */
public final class CpuTime {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final long start = SYSTEM.getProcessCpuTime();

    /** CPU-seconds since this was made. */
    public double seconds() {
        return (SYSTEM.getProcessCpuTime() - start) / 1e9;
    }
}
