package dev.aisle.local.stack;

import dev.aisle.local.shell.CommandFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;

/** What is looked at before anything is started, so that a hopeless start leaves no trace. */
final class Preconditions {
    private static final double GIB = 1L << 30;
    private final Layout layout;
    private final long minimumFreeBytes;

    Preconditions(Layout layout, long minimumFreeBytes) {
        this.layout = layout;
        this.minimumFreeBytes = minimumFreeBytes;
    }

    void check(List<Running> alive, List<Blueprint> toStart) {
        samePorts(alive);
        if (toStart.isEmpty()) {
            return;
        }
        toStart.forEach(this::built);
        toStart.forEach(
                blueprint -> freePort(blueprint.part().label(), layout.ports().of(blueprint.part())));
        if (toStart.stream().anyMatch(blueprint -> blueprint.part() == Part.KAFKA)) {
            freePort("kafka's controller", layout.ports().controller());
        }
        if (toStart.stream().anyMatch(blueprint -> blueprint.part() == Part.MAIL)) {
            freePort("mail server", layout.ports().smtp());
        }
        enoughDisk();
    }

    private void samePorts(List<Running> alive) {
        for (var running : alive) {
            if (running.port() != layout.ports().of(running.part())) {
                throw new CommandFailure(
                        "The stack of " + layout.shown(layout.home()) + " already runs on other ports ("
                                + running.part().label() + " on " + running.port()
                                + "): stop it with ./aisle down, or give another --home.");
            }
        }
    }

    private void built(Blueprint blueprint) {
        if (!Files.exists(blueprint.artifact())) {
            throw new CommandFailure(blueprint.part().label() + " is not built: " + layout.shown(blueprint.artifact())
                    + " is missing. ./aisle build makes it.");
        }
    }

    private void freePort(String who, int port) {
        if (!Ports.free(port)) {
            throw new CommandFailure("Port " + port + " (" + who + ") is taken by " + Ports.owner(port)
                    + ": stop that, or move all ports with --port-base N.");
        }
    }

    private void enoughDisk() {
        try {
            Files.createDirectories(layout.home());
            var free = Files.getFileStore(layout.home()).getUsableSpace();
            if (free < minimumFreeBytes) {
                throw new CommandFailure(String.format(
                        Locale.ROOT,
                        "Only %.2f GB are free below %s and the stack needs %.1f: make room, or give another --home.",
                        free / GIB,
                        layout.shown(layout.home()),
                        minimumFreeBytes / GIB));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create " + layout.home(), e);
        }
    }
}
