package dev.aisle.local.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Stacks beside the developer's own: another home, other ports. */
final class TestStacks {
    private static final int FIRST_BASE = 21_080;
    private static final int STEP = 100;

    private TestStacks() {}

    static Layout beside(Path home) {
        return new Layout(project(), home, freePorts());
    }

    private static Path project() {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("aisle"))) {
                return folder;
            }
        }
        throw new IllegalStateException("The tests run inside the clone: no folder above has the file \"aisle\".");
    }

    private static PortPlan freePorts() {
        return IntStream.range(0, 100)
                .mapToObj(attempt -> new PortPlan(FIRST_BASE + attempt * STEP))
                .filter(TestStacks::allFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean allFree(PortPlan plan) {
        return Ports.free(plan.controller())
                && Arrays.stream(Part.values()).allMatch(part -> Ports.free(plan.of(part)));
    }
}
