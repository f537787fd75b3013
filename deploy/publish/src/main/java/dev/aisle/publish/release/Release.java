package dev.aisle.publish.release;

import dev.aisle.publish.Failure;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** {@code ./aisle release}: says what is in the way of a version and what making it would do; makes it only when told to. */
public final class Release {
    private final Path project;
    private final PrintStream out;

    public Release(Path project, PrintStream out) {
        this.project = project;
        this.out = out;
    }

    /**
     * Looks, and with {@code perform} makes the version.
     *
     * @param wanted the version; empty for the one that the poms work on
     * @param day    stands in the changelog
     * @param faults of the documents
     * @return 0, or 3 when something is in the way
     */
    public int run(String wanted, LocalDate day, List<String> faults, boolean perform) {
        State state = State.of(project);
        Version version = Version.of(wanted.isEmpty() ? state.snapshot().replace("-SNAPSHOT", "") : wanted);
        List<Check> checks = Checks.of(state, version, faults);
        out.println("Aisle " + version + ", from " + state.snapshot());
        checks.forEach(check -> out.println(check.line()));
        boolean ready = checks.stream().allMatch(Check::kept);
        MakeVersion make = new MakeVersion(project);
        plan(state, version, day, make);
        if (!perform) {
            out.println(
                    ready
                            ? "Nothing was changed. To do it: ./aisle release --perform"
                            : "Nothing was changed. First mend what is NOT so.");
            return ready ? 0 : 3;
        }
        if (!ready) {
            throw new Failure("Nothing was changed: mend what is NOT so first.");
        }
        make.make(state, version, day);
        out.println("Done. Nothing was pushed. To take it back: git tag -d " + version.tag() + " && git reset --hard "
                + state.commit());
        return 0;
    }

    private void plan(State state, Version version, LocalDate day, MakeVersion make) {
        List<String> files = make.naming(state.snapshot());
        out.println("It would");
        out.println("  write " + version + " into " + files.size() + " files that say " + state.snapshot() + ", and "
                + day + " as the time of every archive");
        out.println("  put what is unreleased under ## [" + version + "] - " + day + " in CHANGELOG.md");
        out.println("  commit \"Release " + version + "\", tag it " + version.tag() + " with these notes:");
        state.changelog().unreleased().lines().forEach(line -> out.println("    " + line));
        out.println("  write " + version.next().snapshot() + " into the same files and commit \"Begin " + version.next()
                + "\"");
        out.println("Then, from the tag: ./aisle release artefacts makes");
        new Artefacts(project, version.toString()).sources().keySet().forEach(name -> out.println("  " + name));
        out.println("  the images of the services, if ./aisle images --tag " + version + " made them before");
        out.println("  SHA256SUMS of them");
    }

    /** {@code ./aisle release artefacts}: what was built, packed, with its sums. */
    public int artefacts(Path folder) {
        String version = State.of(project).snapshot();
        List<String> sums = new Artefacts(project, version).write(folder);
        sums.forEach(out::println);
        out.println(sums.size() + " artefacts of " + version + " in " + folder);
        return 0;
    }

    /** Compares two folders of artefacts by their sums: 0 when they are the same, 3 with the names that differ. */
    public int compare(Path one, Path other) {
        List<String> first = sums(one);
        List<String> second = sums(other);
        List<String> different =
                first.stream().filter(line -> !second.contains(line)).toList();
        different.forEach(line -> out.println("differs: " + line.substring(line.lastIndexOf(' ') + 1)));
        out.println(
                different.isEmpty() && first.size() == second.size()
                        ? first.size() + " artefacts are the same byte for byte."
                        : different.size() + " of " + first.size() + " artefacts differ.");
        return different.isEmpty() && first.size() == second.size() ? 0 : 3;
    }

    private static List<String> sums(Path folder) {
        Path file = folder.resolve("SHA256SUMS");
        try {
            return Files.readAllLines(file);
        } catch (java.io.IOException e) {
            throw new Failure("Cannot read " + file + ".", e);
        }
    }
}
