package dev.aisle.platform.placements;

import dev.aisle.platform.problem.Nearest;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Placements that the shop has declared, by {@code aisle.placements}, and the two of the suite itself. A {@code *} in an entry stands for any letters: {@code landing-*} declares every name that
 * begins so.
 */
@Startup
@Singleton
public class Placements {
    private static final String KEY = "aisle.placements";
    /** Where the suite itself shows products: in conversations and in what it sends. */
    private static final Set<String> OWN = Set.of("assistant", "message");

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");
    private static final Pattern ENTRY = Pattern.compile("[a-z0-9*][a-z0-9_*-]{0,63}");

    private final Set<String> entries;
    private final List<String> names;
    private final List<String> families;

    public Placements(@ConfigProperty(name = KEY) Set<String> declared) {
        this.entries = new TreeSet<>(declared);
        entries.addAll(OWN);
        for (String entry : entries) {
            if (!ENTRY.matcher(entry).matches()) {
                throw new IllegalStateException(
                        KEY + ": " + entry
                                + " is no name; write letters a to z, digits, hyphens and underscores, at most 64, and * for any of them");
            }
        }
        this.names = entries.stream().filter(entry -> !entry.contains("*")).toList();
        this.families = entries.stream().filter(entry -> entry.contains("*")).toList();
    }

    /** Returns what is wrong with a name, with the fix; null when it is declared. */
    public @Nullable String violation(String name) {
        return declares(name) ? null : "is no placement of this shop. " + fix(name);
    }

    /** Returns what to write in place of a name that isn't declared. */
    public String fix(String name) {
        String meant = Nearest.to(name, names)
                .map(known -> "Did you mean " + known + "? ")
                .orElse("");
        return meant + "Known are " + String.join(", ", entries) + ". An operator adds one to " + KEY + ".";
    }

    /** Returns whether the shop has a placement of this name. */
    public boolean declares(String name) {
        return names.contains(name)
                || (NAME.matcher(name).matches() && families.stream().anyMatch(family -> fits(name, family)));
    }

    /** Whether the parts between the stars come one after the other. */
    private static boolean fits(String name, String family) {
        String[] parts = family.split("\\*", -1);
        String last = parts[parts.length - 1];
        if (!name.startsWith(parts[0])) {
            return false;
        }
        int at = parts[0].length();
        for (int part = 1; part < parts.length - 1; part++) {
            int found = name.indexOf(parts[part], at);
            if (found < 0) {
                return false;
            }
            at = found + parts[part].length();
        }
        return name.length() - last.length() >= at && name.endsWith(last);
    }
}
