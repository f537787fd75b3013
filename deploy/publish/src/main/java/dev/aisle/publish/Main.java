package dev.aisle.publish;

import dev.aisle.publish.reference.Configuration;
import dev.aisle.publish.release.Release;
import dev.aisle.publish.site.Site;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code ./aisle site} and {@code ./aisle release}; the project's folder is the system property {@code aisle.project}. */
public final class Main {
    private static final String VERSION = "aisle.version";

    private Main() {}

    public static void main(String[] words) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            System.exit(run(out, words));
        } catch (Failure e) {
            System.err.println("aisle: " + e.getMessage());
            System.exit(1);
        }
    }

    private static int run(PrintStream out, String... words) {
        Path project = Path.of(System.getProperty("aisle.project", "."))
                .toAbsolutePath()
                .normalize();
        Map<String, String> options = new HashMap<>();
        List<String> operands = new ArrayList<>();
        parse(words, operands, options);
        return switch (String.join(" ", operands)) {
            case "site" -> site(project, options, out);
            case "release" -> release(project, options, out);
            case "release artefacts" -> new Release(project, out).artefacts(out(project, options, "target/release"));
            default -> {
                if (operands.size() == 4 && operands.subList(0, 2).equals(List.of("release", "compare"))) {
                    yield new Release(project, out).compare(Path.of(operands.get(2)), Path.of(operands.get(3)));
                }
                throw new Failure("There are site, release, release artefacts and release compare; see ./aisle help.");
            }
        };
    }

    private static int site(Path project, Map<String, String> options, PrintStream out) {
        allow(options, "out");
        Site site = Site.of(project);
        Path folder = out(project, options, "target/site");
        site.write(folder, System.getProperty(VERSION, ""));
        faults(project, site).forEach(fault -> out.println("  " + fault));
        site.withoutApi()
                .forEach(service -> out.println("  " + service + " isn't built: its calls are missing. ./aisle build"));
        out.println(site.size() + " pages: " + folder.resolve("index.html"));
        return faults(project, site).isEmpty() ? 0 : 3;
    }

    private static int release(Path project, Map<String, String> options, PrintStream out) {
        allow(options, "version", "date", "perform", "dry-run");
        boolean perform = options.containsKey("perform");
        if (perform && options.containsKey("dry-run")) {
            throw new Failure("--perform and --dry-run don't go together.");
        }
        LocalDate day = options.containsKey("date") ? day(options.get("date")) : LocalDate.now(ZoneOffset.UTC);
        List<String> faults = faults(project, Site.of(project));
        return new Release(project, out).run(options.getOrDefault("version", ""), day, faults, perform);
    }

    private static LocalDate day(@org.jspecify.annotations.Nullable String text) {
        try {
            return LocalDate.parse(String.valueOf(text));
        } catch (DateTimeParseException e) {
            throw new Failure("--date takes a day such as 2026-11-27, not \"" + text + "\".", e);
        }
    }

    /** Dead links and settings that tell nothing. */
    private static List<String> faults(Path project, Site site) {
        List<String> faults = new ArrayList<>(site.faults());
        Configuration.of(project).untold().forEach(key -> faults.add(key + " tells nothing"));
        return faults;
    }

    private static Path out(Path project, Map<String, String> options, String otherwise) {
        return Path.of(options.getOrDefault("out", project.resolve(otherwise).toString()))
                .toAbsolutePath()
                .normalize();
    }

    private static void parse(String[] words, List<String> operands, Map<String, String> options) {
        for (int i = 0; i < words.length; i++) {
            String word = words[i];
            if (!word.startsWith("--")) {
                operands.add(word);
            } else if (word.equals("--perform") || word.equals("--dry-run")) {
                options.put(word.substring(2), "");
            } else if (i + 1 < words.length) {
                options.put(word.substring(2), words[++i]);
            } else {
                throw new Failure("The option " + word + " needs a value.");
            }
        }
    }

    private static void allow(Map<String, String> options, String... names) {
        for (String name : options.keySet()) {
            if (!List.of(names).contains(name)) {
                throw new Failure("There is no option --" + name + " here; see ./aisle help.");
            }
        }
    }
}
