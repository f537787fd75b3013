package dev.aisle.ingest.operations.usecase;

import dev.aisle.ingest.operations.domain.Masked;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;

/** Lists the settings that are in force here and where each stands; never a secret. */
@Singleton
public class ReadSettings {
    private static final List<String> SHOWN = List.of(
            "aisle.", "kafka.", "kafka-streams.", "mp.messaging.", "quarkus.http.", "quarkus.oidc.", "quarkus.log.");
    private static final int LONGEST = 500;

    private final Config config;

    ReadSettings(Config config) {
        this.config = config;
    }

    /**
     * A setting.
     *
     * @param value as it may be seen
     * @param from where it stands: a file, the environment
     */
    public record Setting(String name, String value, String from) {}

    /** Those whose name has a text in it, by name. */
    public List<Setting> matching(String text) {
        TreeSet<String> names = new TreeSet<>();
        config.getPropertyNames().forEach(name -> {
            if (name.contains(text) && SHOWN.stream().anyMatch(name::startsWith)) {
                names.add(name);
            }
        });
        List<Setting> settings = new ArrayList<>();
        for (String name : names) {
            ConfigValue found = config.getConfigValue(name);
            String value = found.getValue();
            if (value != null) {
                String seen = Masked.of(name, value);
                settings.add(new Setting(
                        name,
                        seen.length() > LONGEST ? seen.substring(0, LONGEST) + "…" : seen,
                        found.getSourceName() == null ? "" : place(found.getSourceName())));
            }
        }
        return settings;
    }

    /** A source is named by its whole address; its last part tells it. */
    private static String place(String source) {
        int slash = source.lastIndexOf('/');
        return slash < 0 ? source : source.substring(slash + 1).replace("]", "");
    }
}
