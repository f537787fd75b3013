package dev.aisle.publish.release;

import dev.aisle.publish.release.State.Tested;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Looks whether a state can become a version. */
final class Checks {
    private static final int SHOWN = 3;

    private Checks() {}

    /**
     * All of them, whether kept or not.
     *
     * @param faults of the documents: dead links, settings that tell nothing
     */
    static List<Check> of(State state, Version version, List<String> faults) {
        return List.of(
                tree(state), tests(state), changelog(state, version), version(state, version), documents(faults));
    }

    private static Check tree(State state) {
        return new Check(
                "nothing is uncommitted",
                state.changed().isEmpty(),
                state.changed().isEmpty()
                        ? state.commit()
                                .substring(0, Math.min(12, state.commit().length()))
                        : shown(state.changed()) + "; commit or remove it");
    }

    private static Check tests(State state) {
        Optional<Tested> tested = state.tested();
        if (tested.isEmpty()) {
            return new Check("every test passed", false, "there is no whole run yet: ./aisle test");
        }
        Tested run = tested.get();
        boolean green = run.sums().contains(" passed, 0 failed, ");
        boolean this_ = run.commit().equals(state.commit()) && run.clean();
        return new Check(
                "every test passed",
                green && this_,
                this_ ? run.sums() : "the last whole run was of another state (" + run.commit() + "): ./aisle test");
    }

    private static Check changelog(State state, Version version) {
        if (state.changelog().has(version)) {
            return new Check("the changelog is ready", false, "it has " + version + " already");
        }
        long entries = state.changelog()
                .unreleased()
                .lines()
                .filter(line -> line.startsWith("- "))
                .count();
        return new Check(
                "the changelog is ready",
                entries > 0,
                entries > 0 ? entries + " entries" : "there is nothing under ## [Unreleased] that begins with \"- \"");
    }

    private static Check version(State state, Version version) {
        Optional<Version> last = state.released().stream().max(Comparator.naturalOrder());
        if (!state.snapshot().endsWith("-SNAPSHOT")) {
            return new Check(
                    "the version is free", false, "the poms say " + state.snapshot() + ", which is no snapshot");
        }
        boolean later = last.map(one -> version.compareTo(one) > 0).orElse(true);
        return new Check(
                "the version is free",
                later,
                later
                        ? last.map(one -> version + " after " + one).orElse(version + " is the first")
                        : version + " isn't after "
                                + last.map(Version::toString).orElse(""));
    }

    private static Check documents(List<String> faults) {
        return new Check(
                "the documents have no fault",
                faults.isEmpty(),
                faults.isEmpty() ? "links, pictures, settings" : shown(faults));
    }

    private static String shown(List<String> all) {
        String some =
                String.join(", ", all.stream().map(String::strip).limit(SHOWN).toList());
        return all.size() <= SHOWN ? some : some + " and " + (all.size() - SHOWN) + " more";
    }
}
