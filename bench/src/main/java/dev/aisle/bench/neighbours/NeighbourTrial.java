package dev.aisle.bench.neighbours;

import com.sun.management.ThreadMXBean;
import dev.aisle.algorithms.recommend.Interactions;
import dev.aisle.algorithms.recommend.ItemKnn;
import dev.aisle.algorithms.recommend.Progress;
import dev.aisle.algorithms.recommend.Weighting;
import dev.aisle.algorithms.sequence.Sessions;
import dev.aisle.algorithms.sequence.VmisKnn;
import dev.aisle.bench.CpuTime;
import dev.aisle.bench.data.ShopSource;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** One process of a comparison of neighbourhoods: builds a model twice, and says what the second one cost and how much memory it keeps. */
public final class NeighbourTrial {
    private static final int K = 100;
    private static final float SHRINKAGE = 50;

    private NeighbourTrial() {}

    /** {@code itemknn|itemknn-plain|vmisknn|vmisknn-plain SOURCE}. */
    public static void main(String[] arguments) {
        Interactions shop = ShopSource.read(arguments[1]);
        switch (arguments[0]) {
            case "itemknn" ->
                measure(() -> new ItemKnn(K, SHRINKAGE, Weighting.NONE, false, 1).fit(shop, Progress.NONE));
            case "itemknn-plain" -> measure(() -> PlainItemKnn.fit(shop, K, SHRINKAGE));
            case "vmisknn" -> {
                Sessions sessions = sessions(shop);
                measure(() -> VmisKnn.withDefaults().fit(sessions, Progress.NONE));
            }
            case "vmisknn-plain" -> {
                Sessions sessions = sessions(shop);
                measure(() -> PlainVmisKnn.fit(sessions, VmisKnn.withDefaults().m()));
            }
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    /** Everybody's items as one session. */
    private static Sessions sessions(Interactions shop) {
        List<Sessions.Session> sessions = new ArrayList<>();
        for (int user = 0; user < shop.userCount(); user++) {
            int[] items = new int[shop.countOf(user)];
            for (int n = 0; n < items.length; n++) {
                items[n] = shop.item(shop.start(user) + n);
            }
            if (items.length > 0) {
                sessions.add(new Sessions.Session(items, Math.floorMod(user * 7919L, 1_000_003L)));
            }
        }
        return Sessions.of(shop.itemCount(), sessions);
    }

    private static void measure(Supplier<Object> build) {
        Object warmUp = build.get();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = used();
        long allocatedBefore = threads.getTotalThreadAllocatedBytes();
        CpuTime time = new CpuTime();
        Object model = build.get();
        double seconds = time.seconds();
        long allocated = threads.getTotalThreadAllocatedBytes() - allocatedBefore;
        long kept;
        try {
            kept = used() - before;
        } finally {
            // Both models are held, the first one in both measurements of the heap.
            Reference.reachabilityFence(model);
            Reference.reachabilityFence(warmUp);
        }
        System.out.println(String.format(
                Locale.ROOT, "TRIAL cpu=%.5f kept=%.3f allocated=%.1f", seconds, kept / 1e6, allocated / 1e6));
    }

    /** Bytes of the heap that are held by somebody. */
    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
