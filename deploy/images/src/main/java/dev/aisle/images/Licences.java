package dev.aisle.images;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Under which licences the libraries of an image stand, by its CycloneDX list. A library under several licences may be taken under any of them; one under none of
 * the allowed ones, or that says none, is refused unless {@code licences.txt} has a line for it with the reason.
 */
final class Licences {
    private static final String OWN_GROUP = "dev.aisle";

    private final Set<String> allowed = new HashSet<>();
    /** By group:name, under which licence it is taken although its description doesn't say so. */
    private final Map<String, String> taken = new HashMap<>();

    /** Reads {@code licences.txt}: a licence a line; {@code group:name = LICENCE # why} for a library. */
    Licences(Path file) throws IOException {
        for (String line : Files.readAllLines(file)) {
            String rule = line.replaceFirst("#.*$", "").strip();
            int equals = rule.indexOf('=');
            if (rule.isEmpty()) {
                continue;
            }
            if (equals < 0) {
                allowed.add(rule);
            } else {
                taken.put(
                        rule.substring(0, equals).strip(),
                        rule.substring(equals + 1).strip());
            }
        }
    }

    /**
     * What was found.
     *
     * @param byLicence the libraries under each licence
     * @param refused libraries that may not ship, with what they say
     */
    record Found(Map<String, Set<String>> byLicence, List<String> refused) {
        /** As Markdown. */
        String text() {
            return byLicence.entrySet().stream()
                    .map(entry -> "## " + entry.getKey() + "\n"
                            + entry.getValue().stream()
                                    .map(each -> "- " + each + "\n")
                                    .collect(Collectors.joining()))
                    .collect(Collectors.joining("\n"));
        }
    }

    /** Looks at a {@code bom.json}. */
    Found check(Path bom) throws IOException {
        var byLicence = new TreeMap<String, Set<String>>();
        var refused = new ArrayList<String>();
        for (JsonNode component : new ObjectMapper().readTree(bom.toFile()).path("components")) {
            String group = component.path("group").asText();
            String name = group + ":" + component.path("name").asText();
            if (group.equals(OWN_GROUP)) {
                continue;
            }
            List<String> said = said(component);
            String chosen = taken.containsKey(name)
                    ? taken.get(name)
                    : said.stream().filter(allowed::contains).findFirst().orElse("");
            if (chosen.isEmpty()) {
                refused.add(name + " says " + (said.isEmpty() ? "nothing" : said));
            } else {
                byLicence
                        .computeIfAbsent(chosen, licence -> new TreeSet<>())
                        .add(name + " " + component.path("version").asText());
            }
        }
        return new Found(byLicence, refused);
    }

    private static List<String> said(JsonNode component) {
        var all = new ArrayList<String>();
        for (JsonNode each : component.path("licenses")) {
            JsonNode licence = each.path("license");
            String text = each.has("expression")
                    ? each.path("expression").asText()
                    : licence.has("id")
                            ? licence.path("id").asText()
                            : licence.path("name").asText();
            // "A OR B" is a choice like two entries.
            all.addAll(List.of(text.replaceAll("^\\(|\\)$", "").split(" OR ", -1)));
        }
        return all;
    }
}
