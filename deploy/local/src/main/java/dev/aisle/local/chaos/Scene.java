package dev.aisle.local.chaos;

import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.Stack;
import dev.aisle.local.stack.Victim;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The processes of a trial: an issuer that nothing happens to, a broker, a door, and refine in a process of its own. */
final class Scene implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** Shorter than in production, so that a killed refine is missed after six seconds and a short trial sees many deaths. */
    private static final Map<String, String> MISSED_SOON = Map.of(
            "KAFKA_STREAMS_CONSUMER_SESSION_TIMEOUT_MS",
            "6000",
            "KAFKA_STREAMS_PRODUCER_TRANSACTION_TIMEOUT_MS",
            "6000");

    private final Layout layout;
    private final Stack stack;
    private final Thread atExit = new Thread(this::stopAll);
    private final Victim broker;
    private final Victim door;
    private final Victim refine;

    Scene(Layout layout, Progress progress) {
        this.layout = layout;
        this.stack = new Stack(layout, progress);
        stack.down();
        stack.wipe();
        stack.up(Set.of(Part.ISSUER));
        var ports = layout.ports();
        broker = Victim.broker(layout);
        door = Victim.ingest(layout, "door", ports.of(Part.INGEST), Map.of("AISLE_REFINE_ENABLED", "false"));
        refine = Victim.ingest(layout, "refine", ports.of(Part.PROFILE), MISSED_SOON);
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    void start() throws InterruptedException {
        start(broker);
        Victim.provision(layout);
        start(door);
        start(refine);
    }

    private static void start(Victim victim) throws InterruptedException {
        victim.start("");
        if (!victim.awaitReady(PATIENCE)) {
            throw new CommandFailure(victim.name() + " did not start, see its log.");
        }
    }

    /** The jar of this programme, which is the agent too. */
    Path agent() {
        var jar = layout.project().resolve("deploy/local/target/aisle-local-0.1.0-SNAPSHOT.jar");
        if (!Files.exists(jar)) {
            throw new CommandFailure(layout.shown(jar) + " is not built: ./aisle build.");
        }
        return jar;
    }

    Victim broker() {
        return broker;
    }

    Victim door() {
        return door;
    }

    Victim refine() {
        return refine;
    }

    private void stopAll() {
        List.of(door, refine, broker).forEach(Victim::close);
        stack.down();
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        stopAll();
    }
}
