package dev.aisle.platform.secrets;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/**
 * Something made of settings, and made anew when they change: looked at when it is asked for, at most once in five seconds. Settings that nothing can be made of
 * leave it as it was, and the log names them.
 */
public final class Reloaded<T> implements Supplier<T> {
    private static final Logger LOG = Logger.getLogger(Reloaded.class);
    private static final long EACH = TimeUnit.SECONDS.toNanos(5);

    private final Supplier<List<String>> texts;
    private final Supplier<T> reading;
    private final String what;
    private final LongSupplier clock;
    private List<String> seen;
    private volatile T value;
    private volatile long lookedAt;

    /**
     * Reads it now.
     *
     * @param keys of the settings that it is made of
     * @param reading makes it; throws an unchecked exception, without a secret in its message, when the settings are wrong
     */
    public static <T> Reloaded<T> of(Config config, List<String> keys, Function<Config, T> reading) {
        return new Reloaded<>(
                String.join(", ", keys), () -> textsOf(config, keys), () -> reading.apply(config), System::nanoTime);
    }

    /**
     * Reads it now, and again when the file changes.
     *
     * @param what how it is called in the log
     * @param reading makes it; throws an unchecked exception, without a secret in its message, when the file is wrong
     */
    public static <T> Reloaded<T> ofFile(String what, Path file, Supplier<T> reading) {
        return new Reloaded<>(what, () -> List.of(FileMark.of(file)), reading, System::nanoTime);
    }

    Reloaded(String what, Supplier<List<String>> texts, Supplier<T> reading, LongSupplier clock) {
        this.what = what;
        this.texts = texts;
        this.reading = reading;
        this.clock = clock;
        this.seen = texts.get();
        this.value = reading.get();
        this.lookedAt = clock.getAsLong();
    }

    /** The values of a list that is written with commas; empty when there is none. */
    public static List<String> list(Config config, String key) {
        return config.getOptionalValues(key, String.class).orElse(List.of());
    }

    private static List<String> textsOf(Config config, List<String> keys) {
        List<String> texts = new ArrayList<>();
        for (String key : keys) {
            String text = config.getConfigValue(key).getValue();
            texts.add(text == null ? "" : text);
        }
        return texts;
    }

    @Override
    public T get() {
        if (clock.getAsLong() - lookedAt > EACH) {
            look();
        }
        return value;
    }

    private synchronized void look() {
        long now = clock.getAsLong();
        if (now - lookedAt <= EACH) {
            return;
        }
        lookedAt = now;
        List<String> texts = this.texts.get();
        if (texts.equals(seen)) {
            return;
        }
        seen = texts;
        try {
            value = reading.get();
            LOG.infof("%s changed, what they say now is in use", what);
        } catch (RuntimeException e) {
            LOG.errorf("%s changed and can't be used, those of before go on: %s", what, e.getMessage());
        }
    }
}
