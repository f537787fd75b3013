package dev.aisle.publish.release;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code CHANGELOG.md} in the form of Keep a Changelog. */
record Changelog(String text) {
    private static final Pattern UNRELEASED =
            Pattern.compile("(?ms)^## \\[Unreleased\\][^\\n]*\\n(.*?)(?=^## \\[|\\z)");

    /** What has been changed since the last version, without its heading; empty when that section is missing or has no entry. */
    String unreleased() {
        Matcher section = UNRELEASED.matcher(text);
        if (!section.find()) {
            return "";
        }
        String body = section.group(1).strip();
        return body.lines().anyMatch(line -> line.startsWith("- ")) ? body : "";
    }

    boolean has(Version version) {
        return text.lines().anyMatch(line -> line.startsWith("## [" + version + "]"));
    }

    /** The same with what was unreleased under a version, and an empty section for what comes. */
    Changelog cut(Version version, LocalDate day) {
        String head = "## [Unreleased]\n\n## [" + version + "] - " + day + "\n\n" + unreleased() + "\n\n";
        return new Changelog(UNRELEASED
                        .matcher(text)
                        .replaceFirst(Matcher.quoteReplacement(head))
                        .stripTrailing() + "\n");
    }
}
