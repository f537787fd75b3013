package dev.aisle.local.erasures;

import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.Stack;
import dev.aisle.local.stack.Victim;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The processes of a trial: broker, database and issuer to which nothing happens, and the five services. */
final class ErasureScene implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Stack stack;
    private final List<Victim> services;
    private final Thread atExit = new Thread(this::stopAll);

    ErasureScene(Layout layout, Progress progress) {
        this.stack = new Stack(layout, progress);
        stack.down();
        stack.wipe();
        stack.up(Set.of(Part.POSTGRES, Part.KAFKA, Part.ISSUER));
        services = Part.services().stream()
                .map(part -> Victim.service(layout, part))
                .toList();
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    void start() throws InterruptedException {
        services.forEach(service -> service.start(""));
        for (var service : services) {
            if (!service.awaitReady(PATIENCE)) {
                throw new CommandFailure(service.name() + " did not start, see its log.");
            }
        }
    }

    List<Victim> services() {
        return services;
    }

    private void stopAll() {
        services.forEach(Victim::close);
        stack.down();
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        stopAll();
    }
}
