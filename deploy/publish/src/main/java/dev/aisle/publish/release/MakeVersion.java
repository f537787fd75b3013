package dev.aisle.publish.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Writes a version into the project: a commit with the version, its tag, and a commit with which the next one begins. Nothing is pushed. */
final class MakeVersion {
    private static final String CHANGELOG = "CHANGELOG.md";
    private static final String MIGRATIONS = "docs/operations/released-migrations.txt";
    private static final String POM = "pom.xml";
    private static final String TIMESTAMP = "<project.build.outputTimestamp>";
    private final Path project;
    private final Git git;

    MakeVersion(Path project) {
        this.project = project;
        this.git = new Git(project);
    }

    /** Files that name the version that is worked on, but for those that tell of the past or make up versions of their own. */
    List<String> naming(String snapshot) {
        return git.lines("grep", "-l", "-I", "-F", "-e", snapshot, "-e", dashed(snapshot)).stream()
                .filter(file -> !file.equals(CHANGELOG) && !file.equals("docs/verification.md"))
                .filter(file -> !file.contains("/src/test/"))
                .toList();
    }

    /** Makes commits and tag. */
    void make(State state, Version version, LocalDate day) {
        Map<String, String> before = new TreeMap<>();
        naming(state.snapshot()).forEach(file -> before.put(file, read(file)));
        name(before, state.snapshot(), state.snapshot(), version.toString(), day);
        write(CHANGELOG, state.changelog().cut(version, day).text());
        migrations();
        commit("Release " + version);
        // Headings of the notes begin with what git takes for a comment.
        String notes = "Aisle " + version + "\n\n" + state.changelog().unreleased() + "\n";
        git.run("tag", "-a", "--cleanup=verbatim", version.tag(), "-m", notes);
        name(before, state.snapshot(), version.toString(), version.next().snapshot(), day);
        commit("Begin " + version.next());
    }

    /** Files that were added, too: some have the version in their names. */
    private void commit(String subject) {
        git.run("add", "-A");
        git.run("commit", "-q", "-m", subject);
    }

    /**
     * Writes a version into files, and into their names where it stands there.
     *
     * @param files   as they were at first, when they said {@code written}
     * @param present what their names say now
     */
    private void name(Map<String, String> files, String written, String present, String to, LocalDate day) {
        files.forEach((file, text) -> {
            String before = file.replace(dashed(written), dashed(present));
            String after = file.replace(dashed(written), dashed(to));
            // A file that keeps its name keeps its rights.
            if (!before.equals(after)) {
                delete(before);
            }
            String named = text.replace(written, to).replace(dashed(written), dashed(to));
            write(after, file.equals(POM) ? stamped(named, day) : named);
        });
    }

    /** As names in Kubernetes have it. */
    private static String dashed(String version) {
        return version.toLowerCase(Locale.ROOT).replace('.', '-');
    }

    /** Archives carry this time instead of that of the build, so that they are the same everywhere. */
    private static String stamped(String pom, LocalDate day) {
        return pom.replaceFirst(TIMESTAMP + "[^<]*<", TIMESTAMP + day + "T00:00:00Z<");
    }

    /** What this version's databases are made by: none of these files changes any more. The words at the head of the list stay. */
    private void migrations() {
        if (!Files.exists(project.resolve(MIGRATIONS))) {
            return;
        }
        StringBuilder list = new StringBuilder();
        read(MIGRATIONS)
                .lines()
                .takeWhile(line -> line.startsWith("#"))
                .forEach(line -> list.append(line).append('\n'));
        for (String file : git.lines("ls-files", "*/src/main/resources/db/*.sql")) {
            list.append(Sums.of(project.resolve(file)))
                    .append("  ")
                    .append(file)
                    .append('\n');
        }
        write(MIGRATIONS, list.toString());
    }

    private String read(String file) {
        try {
            return Files.readString(project.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private void delete(String file) {
        try {
            Files.delete(project.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + file, e);
        }
    }

    private void write(String file, String text) {
        try {
            Files.writeString(project.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }
}
