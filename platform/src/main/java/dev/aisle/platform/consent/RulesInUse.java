package dev.aisle.platform.consent;

import dev.aisle.algorithms.privacy.rules.ConsentRules;
import dev.aisle.algorithms.privacy.rules.InvalidRulesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The table of rules that this process decides by: the file that {@value #KEY} names, or the one that Aisle comes with. Read once; a new
 * table takes a restart, so that one process never decides by two.
 */
public final class RulesInUse {
    /** Path of a table, the same in all five services. */
    static final String KEY = "aisle.consent.rules";

    private static final ConsentRules RULES = read(ConfigProvider.getConfig());

    private RulesInUse() {}

    /** The table. */
    public static ConsentRules get() {
        return RULES;
    }

    /**
     * Reads the table that is configured.
     *
     * @throws IllegalStateException when it can't be used; names the file and the line
     */
    static ConsentRules read(Config config) {
        Optional<String> path = config.getOptionalValue(KEY, String.class);
        if (path.isEmpty()) {
            return ConsentRules.builtIn();
        }
        try {
            return ConsentRules.parse(Files.readString(Path.of(path.get())));
        } catch (IOException e) {
            throw new IllegalStateException(KEY + ": " + path.get() + " can't be read as UTF-8", e);
        } catch (InvalidRulesException e) {
            throw new IllegalStateException(KEY + ": " + path.get() + ", " + e.getMessage(), e);
        }
    }
}
