package dev.aisle.platform.operations;

import dev.aisle.platform.operations.ServiceReport.Setting;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;

/** Lists the settings that are in force here and where each stands; never a secret. */
@Singleton
class SettingsInForce {
    private static final List<String> SHOWN = List.of(
            "aisle.",
            "kafka.",
            "kafka-streams.",
            "mp.messaging.",
            "quarkus.datasource.",
            "quarkus.http.",
            "quarkus.log.",
            "quarkus.oidc.",
            "quarkus.oidc-client.",
            "quarkus.otel.",
            "quarkus.rest-client.",
            "quarkus.tls.");
    private static final int LONGEST = 500;

    private final Config config;

    SettingsInForce(Config config) {
        this.config = config;
    }

    /** Those whose name has a text in it, by name. */
    List<Setting> matching(String text) {
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
