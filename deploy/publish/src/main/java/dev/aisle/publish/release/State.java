package dev.aisle.publish.release;

import dev.aisle.publish.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A project before a release.
 *
 * @param snapshot the version of the poms
 * @param commit   what is checked out
 * @param changed  files that differ from the commit, or are in none
 * @param released versions that have a tag
 * @param tested   what the last whole run of the tests left: commit, whether the tree was clean, sums; empty when there is nothing
 */
record State(
        String snapshot,
        String commit,
        List<String> changed,
        List<Version> released,
        Changelog changelog,
        Optional<Tested> tested) {
    private static final Pattern OWN_VERSION =
            Pattern.compile("(?s)<artifactId>aisle</artifactId>\\s*<version>([^<]+)</version>");

    /** The last line of {@code ./aisle test}, and for which commit it was. */
    record Tested(String commit, boolean clean, String sums) {}

    State {
        changed = List.copyOf(changed);
        released = List.copyOf(released);
    }

    static State of(Path project) {
        Git git = new Git(project);
        return new State(
                snapshot(project),
                git.run("rev-parse", "HEAD"),
                git.lines("status", "--porcelain"),
                git.lines("tag", "--list", "v*").stream()
                        .map(tag -> tag.substring(1))
                        .filter(Version::written)
                        .map(Version::of)
                        .toList(),
                new Changelog(text(project.resolve("CHANGELOG.md"))),
                tested(project.resolve(".aisle/tested")));
    }

    private static String snapshot(Path project) {
        Matcher version = OWN_VERSION.matcher(text(project.resolve("pom.xml")));
        if (!version.find()) {
            throw new Failure("pom.xml has no version behind <artifactId>aisle</artifactId>.");
        }
        return version.group(1);
    }

    /** The file has three lines: commit, {@code clean} or {@code changed}, sums. */
    private static Optional<Tested> tested(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = text(file).lines().toList();
        return lines.size() < 3
                ? Optional.empty()
                : Optional.of(new Tested(lines.get(0), lines.get(1).equals("clean"), lines.get(2)));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
