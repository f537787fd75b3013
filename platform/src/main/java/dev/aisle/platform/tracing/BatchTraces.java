package dev.aisle.platform.tracing;

import jakarta.inject.Singleton;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which traces the records of the batch belong to that this thread works on. One transaction takes many records, so no single span can be current:
 * what is written because of a record finds its trace by the key, which is the person's in all topics.
 */
@Singleton
public class BatchTraces {
    private final ThreadLocal<@Nullable Map<String, String>> byKey = new ThreadLocal<>();

    /** Where a message under this key goes on; of a request it is the current span. Null when nothing is traced. */
    public @Nullable String of(String key) {
        Map<String, String> batch = byKey.get();
        return batch == null ? TraceParent.current() : batch.get(key);
    }

    /**
     * Does work of several callers, each with a trace of its own.
     *
     * @param traces where messages under a key go on; what isn't in it isn't traced
     */
    public void over(Map<String, String> traces, Runnable work) {
        begin(traces);
        try {
            work.run();
        } finally {
            end();
        }
    }

    void begin(Map<String, String> batch) {
        byKey.set(batch);
    }

    void end() {
        byKey.remove();
    }
}
