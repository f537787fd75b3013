package dev.aisle.local.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A process that is killed and started again at will. It stands outside the books of {@link Stack}. */
public final class Victim implements AutoCloseable {
    private static final int POLL_MILLIS = 100;
    private final String name;
    private final Layout layout;
    private final Launch launch;
    private final BooleanSupplier ready;
    private @Nullable Process process;
    private int starts;

    private Victim(String name, Layout layout, Launch launch, BooleanSupplier ready) {
        this.name = name;
        this.layout = layout;
        this.launch = launch;
        this.ready = ready;
    }

    /** The broker; its topics are made by {@link #provision}. */
    public static Victim broker(Layout layout) {
        var broker = new Broker(layout);
        broker.prepare();
        return new Victim("broker", layout, broker.launch(), broker::ready);
    }

    /**
     * The same with doors of its own for some of its clients, each behind a way.
     *
     * @param doors name → port where it listens, and port that it tells the client
     */
    public static Victim broker(Layout layout, Map<String, DoorOfBroker> doors) {
        var broker = new Broker(layout, doors, Tuning.SMALL);
        broker.prepare();
        return new Victim("broker", layout, broker.launch(), broker::ready);
    }

    /** Where a broker listens for a client, and which port it tells it. */
    public record DoorOfBroker(int port, int told) {}

    /** The database server; it writes through before it acknowledges, as one of a shop does. Its databases are made by {@link #databases}. */
    public static Victim database(Layout layout) {
        var database = new Database(layout);
        database.prepare();
        var launch = database.launch();
        var words = new ArrayList<>(launch.command());
        words.addAll(List.of("-c", "synchronous_commit=on"));
        return new Victim(
                "database",
                layout,
                new Launch(words, launch.environment(), launch.directory(), launch.log()),
                database::ready);
    }

    /** Makes the databases; for a server that is ready. */
    public static void databases(Layout layout) {
        new Database(layout).provision();
    }

    /**
     * An instance of event-ingest-service.
     *
     * @param environment beyond what the stack tells the service
     */
    public static Victim ingest(Layout layout, String name, int port, Map<String, String> environment) {
        var own = new LinkedHashMap<>(environment);
        own.put("AISLE_STATE_DIRECTORY", layout.data().resolve(name).toString());
        return instance(layout, Part.INGEST, name, port, own);
    }

    /**
     * An instance of a service at a port of its own, beside the one of the stack.
     *
     * @param environment beyond what the stack tells the service
     */
    public static Victim instance(Layout layout, Part part, String name, int port, Map<String, String> environment) {
        var own = new LinkedHashMap<>(environment);
        own.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        var launch = new Service(layout, part, new Tuning(List.of(), own)).launch();
        var health = layout.ports().http(part).resolve("http://127.0.0.1:" + port + "/q/health/ready");
        return new Victim(name, layout, launch, () -> Probe.ok(health));
    }

    /** Any of the services, as the stack runs it. */
    public static Victim service(Layout layout, Part part) {
        return service(layout, part, Map.of());
    }

    /**
     * The same.
     *
     * @param environment beyond what the stack tells the service
     */
    public static Victim service(Layout layout, Part part, Map<String, String> environment) {
        var service = new Service(layout, part, new Tuning(List.of(), environment));
        return new Victim(part.label(), layout, service.launch(), service::ready);
    }

    /** Makes the topics; for a broker that is ready. */
    public static void provision(Layout layout) {
        new Broker(layout).provision();
    }

    public String name() {
        return name;
    }

    /** Starts it with JVM options beyond its own; each start has a log of its own. */
    public synchronized void start(String jvmOptions) {
        starts++;
        process = launch.withJvmOptions(jvmOptions).loggingTo(log()).start();
    }

    /** True when it is ready within that time; false when it died meanwhile or took longer. */
    public boolean awaitReady(Duration patience) throws InterruptedException {
        var deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline && running().isAlive()) {
            if (ready.getAsBoolean()) {
                return true;
            }
            Thread.sleep(POLL_MILLIS);
        }
        return false;
    }

    public boolean ready() {
        return ready.getAsBoolean();
    }

    /** Its exit code once it has ended by itself; empty when it still lives after that time. */
    public OptionalInt awaitEnd(Duration patience) throws InterruptedException {
        return running().waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)
                ? OptionalInt.of(running().exitValue())
                : OptionalInt.empty();
    }

    /** Asks it to end, as Kubernetes does before it ends a pod; false when it still lives after that time. */
    public boolean terminate(Duration patience) throws InterruptedException {
        var ending = running();
        ending.destroy();
        return ending.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What its latest start said last that explains something, and where the rest stands. */
    public synchronized String lastError() {
        return LogFile.lastError(log()) + " (log: " + layout.shown(log()) + ")";
    }

    private synchronized Path log() {
        return layout.home().resolve("logs").resolve(name + "-" + starts + ".log");
    }

    /** Whether it was started and has not ended. */
    public synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Its process and all that this one has started. */
    public List<Long> pids() {
        var own = running().toHandle();
        return Stream.concat(Stream.of(own), own.descendants())
                .map(ProcessHandle::pid)
                .toList();
    }

    /** kill -9. */
    public void kill() throws InterruptedException {
        running().destroyForcibly().waitFor();
    }

    private synchronized Process running() {
        if (process == null) {
            throw new IllegalStateException(name + " was never started");
        }
        return process;
    }

    @Override
    public synchronized void close() {
        if (process != null) {
            process.destroyForcibly();
        }
    }
}
