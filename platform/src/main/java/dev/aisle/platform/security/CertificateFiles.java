package dev.aisle.platform.security;

import dev.aisle.platform.secrets.FileMark;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/** The files that the entries of {@code quarkus.tls} are made of, and which entries' files changed. Entries by their names, the one without a name by "". */
final class CertificateFiles {
    private static final Pattern SETTING =
            Pattern.compile("quarkus\\.tls\\.(?:\"?(?<entry>[^.\"]+)\"?\\.)?(?:key|trust)-store\\."
                    + "(?:pem\\.(?:[^.]+\\.)?(?:cert|key|certs(?:\\[\\d+])?)|(?:p12|jks)\\.path)");

    private final Map<String, Set<Path>> files = new TreeMap<>();
    private final Map<String, List<String>> seen = new HashMap<>();

    /** Takes their names from the settings and looks at what is in them. */
    CertificateFiles(Config config) {
        for (String name : config.getPropertyNames()) {
            Matcher setting = SETTING.matcher(name);
            if (setting.matches()) {
                String entry = setting.group("entry") == null ? "" : setting.group("entry");
                for (String file : config.getOptionalValues(name, String.class).orElse(List.of())) {
                    files.computeIfAbsent(entry, _ -> new TreeSet<>()).add(Path.of(file));
                }
            }
        }
        changed();
    }

    boolean isEmpty() {
        return files.isEmpty();
    }

    /** The entries with a file that isn't what it was at the last look. */
    Set<String> changed() {
        Set<String> changed = new TreeSet<>();
        files.forEach((entry, of) -> {
            List<String> now = of.stream().map(FileMark::of).toList();
            if (!now.equals(seen.put(entry, now))) {
                changed.add(entry);
            }
        });
        return changed;
    }
}
