package dev.aisle.platform.secrets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Settings out of {@code aisle.secrets.directory}: the file {@code aisle.sealing.keys} holds the value of that key. Above the environment. The files are looked at
 * at most once a second, so whoever asks again gets what is there now.
 */
final class MountedSource implements ConfigSource {
    private static final Logger LOG = Logger.getLogger(MountedSource.class);
    /** The environment has 300, the system's properties 400. */
    private static final int ORDINAL = 350;

    private static final long EACH = TimeUnit.SECONDS.toNanos(1);

    private record Seen(long at, Map<String, String> values) {}

    private final Path folder;
    private volatile Seen seen;

    MountedSource(Path folder) {
        this.folder = folder;
        this.seen = new Seen(System.nanoTime(), read(Map.of()));
    }

    private Map<String, String> values() {
        Seen last = seen;
        long now = System.nanoTime();
        if (now - last.at() > EACH) {
            last = new Seen(now, read(last.values()));
            seen = last;
        }
        return last.values();
    }

    /** A folder that can't be read for a moment is being replaced: what was there holds on. */
    private Map<String, String> read(Map<String, String> before) {
        try {
            return MountedFiles.of(folder);
        } catch (IOException e) {
            LOG.warnf("aisle.secrets.directory can't be read now (%s); what was read before holds", e.getMessage());
            return before;
        }
    }

    @Override
    public Set<String> getPropertyNames() {
        return values().keySet();
    }

    @Override
    public @Nullable String getValue(String name) {
        return values().get(name);
    }

    @Override
    public String getName() {
        return "secrets mounted at " + folder;
    }

    @Override
    public int getOrdinal() {
        return ORDINAL;
    }
}
