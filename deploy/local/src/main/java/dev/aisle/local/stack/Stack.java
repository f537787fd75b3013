package dev.aisle.local.stack;

import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.shell.Folders;
import dev.aisle.local.shell.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The whole local stack below one home folder. */
public final class Stack {
    private static final long MINIMUM_FREE_BYTES = 1L << 30;
    private final Layout layout;
    private final Progress progress;
    private final StateFile state;
    private final Map<Part, Tuning> tunings;

    public Stack(Layout layout, Progress progress) {
        this(layout, progress, Map.of());
    }

    /** A stack some of whose services run in another way than on a laptop. */
    public Stack(Layout layout, Progress progress, Map<Part, Tuning> tunings) {
        this.layout = layout;
        this.progress = progress;
        this.state = new StateFile(layout.state());
        this.tunings = Map.copyOf(tunings);
    }

    public Layout layout() {
        return layout;
    }

    /**
     * Starts what isn't running and returns when all of it works.
     *
     * @throws CommandFailure in one line, when it can't; then everything started by this call is stopped again
     */
    public void up(Set<Part> wanted) {
        try (var _ = HomeLock.take(layout)) {
            var missing =
                    wanted.stream().filter(part -> state.alive(part).isEmpty()).toList();
            new Preconditions(layout, MINIMUM_FREE_BYTES)
                    .check(state.alive(), missing.stream().map(this::blueprint).toList());
            var starter = new Starter(layout, state, progress);
            var undo = new Thread(() -> undo(starter));
            Runtime.getRuntime().addShutdownHook(undo);
            try {
                starter.start(blueprints(wanted, false));
                starter.start(blueprints(wanted, true));
            } catch (CommandFailure e) {
                undo(starter);
                throw e;
            } finally {
                forget(undo);
            }
        }
    }

    private void undo(Starter starter) {
        new Stopper(state, progress).stop(starter.abandon());
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The machine is already going down, and the hook is at work.
            return;
        }
    }

    private List<Blueprint> blueprints(Set<Part> wanted, boolean services) {
        return Arrays.stream(Part.values())
                .filter(part -> wanted.contains(part) && part.isService() == services)
                .map(this::blueprint)
                .toList();
    }

    private Blueprint blueprint(Part part) {
        return switch (part) {
            case POSTGRES -> new Database(layout, tunings.getOrDefault(part, Tuning.SMALL));
            case KAFKA -> new Broker(layout, Map.of(), tunings.getOrDefault(part, Tuning.SMALL));
            case ISSUER -> new Issuer(layout);
            case MAIL -> new MailServer(layout);
            case SHOP -> new DemoShop(layout);
            case INGEST, PROFILE, RECOMMENDER, CAMPAIGN, PRIVACY ->
                new Service(layout, part, tunings.getOrDefault(part, Tuning.SMALL));
        };
    }

    /** Starts these parts on nothing, does that, and stops them whatever happens; what was written stays for a look afterwards. */
    public <T> T during(Set<Part> parts, Supplier<T> work) {
        down();
        wipe();
        var atExit = new Thread(this::down);
        Runtime.getRuntime().addShutdownHook(atExit);
        try {
            up(parts);
            return work.get();
        } finally {
            forget(atExit);
            down();
        }
    }

    /** True when every wanted part runs and works. */
    public boolean isUp(Set<Part> wanted) {
        return wanted.stream()
                .allMatch(
                        part -> state.alive(part).isPresent() && blueprint(part).ready());
    }

    /** Stops what this home has started, and nothing else; answers how many processes that were. */
    public int down() {
        try (var _ = HomeLock.take(layout)) {
            var alive = state.alive();
            new Stopper(state, progress).stop(alive);
            state.remove(state.read());
            return alive.size();
        }
    }

    /** Stops some parts only; a test of resilience wants that. */
    public void stop(Set<Part> parts) {
        var chosen = state.alive().stream()
                .filter(running -> parts.contains(running.part()))
                .toList();
        new Stopper(state, progress).stop(chosen);
    }

    /** Deletes what the stack has written: data, logs, configuration. The unpacked PostgreSQL stays. */
    public void wipe() {
        for (var folder : List.of(
                layout.data(), layout.imports(), layout.conf(), layout.home().resolve("logs"))) {
            delete(folder);
        }
    }

    private static void delete(Path folder) {
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + folder, e);
        }
    }

    /** The process of a part that runs. */
    public long pid(Part part) {
        return state.alive(part)
                .map(Running::pid)
                .orElseThrow(() -> new CommandFailure(part.label() + " does not run."));
    }

    public List<PartStatus> status() {
        return Arrays.stream(Part.values()).map(this::status).toList();
    }

    private PartStatus status(Part part) {
        var running = state.alive(part);
        if (running.isEmpty()) {
            return new PartStatus.Absent(part, layout.ports().of(part));
        }
        var process = running.get();
        var uptime = Duration.between(process.startedAt(), Instant.now());
        return new PartStatus.Present(process, blueprint(part).ready(), Memory.of(process.pid()), uptime);
    }
}
